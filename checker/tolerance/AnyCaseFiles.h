//===-- AnyCaseFiles.h - Files are found in whatever case -------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// On Windows <SPBCx.h> is <spbcx.h>. A file that does not exist is looked for
// once more by its name in any case, folders included.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_TOLERANCE_ANYCASEFILES_H
#define KMDF_TOLERANCE_ANYCASEFILES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <string>

namespace kmdf {

class AnyCaseFiles : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;

private:
  /// Names by their small letters.
  using Folder = llvm::StringMap<std::string>;

  /// The path of what exists, or an empty one.
  std::string find(llvm::StringRef Path);
  const Folder &list(const std::string &Path);

  llvm::StringMap<Folder> Folders;
};

} // namespace kmdf

#endif // KMDF_TOLERANCE_ANYCASEFILES_H
