//===-- AnyCaseFiles.cpp - Files are found in whatever case -----*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AnyCaseFiles.h"

#include "llvm/Support/Errc.h"
#include "llvm/Support/Path.h"

using namespace kmdf;
using namespace llvm;

const AnyCaseFiles::Folder &AnyCaseFiles::list(const std::string &Path) {
  auto [Entry, IsNew] = Folders.try_emplace(Path);
  if (!IsNew)
    return Entry->second;
  std::error_code Error;
  for (vfs::directory_iterator I = dir_begin(Path, Error), End;
       !Error && I != End; I.increment(Error)) {
    StringRef Name = sys::path::filename(I->path());
    Entry->second.try_emplace(Name.lower(), Name.str());
  }
  return Entry->second;
}

std::string AnyCaseFiles::find(StringRef Path) {
  std::string Parent = sys::path::parent_path(Path).str();
  if (Parent.empty())
    Parent = ".";
  if (!getUnderlyingFS().exists(Parent)) {
    // So many levels are not worth it where nothing is at all.
    if (Parent == "." || sys::path::parent_path(Parent).empty())
      return "";
    Parent = find(Parent);
    if (Parent.empty())
      return "";
  }
  const Folder &Names = list(Parent);
  auto Found = Names.find(sys::path::filename(Path).lower());
  if (Found == Names.end())
    return "";
  SmallString<256> Result(Parent);
  sys::path::append(Result, Found->second);
  return std::string(Result);
}

ErrorOr<vfs::Status> AnyCaseFiles::status(const Twine &Path) {
  ErrorOr<vfs::Status> Result = ProxyFileSystem::status(Path);
  if (Result || Result.getError() != errc::no_such_file_or_directory)
    return Result;
  std::string Other = find(Path.str());
  if (Other.empty())
    return Result;
  ErrorOr<vfs::Status> Found = ProxyFileSystem::status(Other);
  return Found ? vfs::Status::copyWithNewName(*Found, Path) : Result;
}

ErrorOr<std::unique_ptr<vfs::File>>
AnyCaseFiles::openFileForRead(const Twine &Path) {
  auto Result = ProxyFileSystem::openFileForRead(Path);
  if (Result || Result.getError() != errc::no_such_file_or_directory)
    return Result;
  std::string Other = find(Path.str());
  if (Other.empty())
    return Result;
  return ProxyFileSystem::openFileForRead(Other);
}
