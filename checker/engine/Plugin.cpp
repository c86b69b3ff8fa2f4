//===-- Plugin.cpp - What clang loads ---------------------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers the checkers of the package kmdf with the clang that loads this.
//
//===----------------------------------------------------------------------===//

#include "AssumeModel.h"
#include "BitModel.h"
#include "Compat.h"
#include "GetterModel.h"
#include "HandlePlaces.h"
#include "IrqlModel.h"
#include "LambdaPointers.h"
#include "LockChecker.h"
#include "MemoryCopies.h"
#include "PointerComparisons.h"
#include "ReturnedObjects.h"
#include "ReusedSymbols.h"

#include "clang/StaticAnalyzer/Core/AnalyzerOptions.h"
#include "clang/StaticAnalyzer/Core/CheckerManager.h"
#include "clang/StaticAnalyzer/Frontend/CheckerRegistry.h"

using namespace clang;
using namespace ento;
using namespace kmdf;

// What the rules stand on. Hidden: it is turned on with them.
static constexpr llvm::StringLiteral LocksName = KMDF_PACKAGE ".core.Locks";
static constexpr llvm::StringLiteral PlacesName =
    KMDF_PACKAGE ".core.HandlePlaces";
static constexpr llvm::StringLiteral SymbolsName = KMDF_PACKAGE ".core.Symbols";

static bool always(const CheckerManager &) { return true; }

template <typename T> static void registerChecker(CheckerManager &Manager) {
  Manager.registerChecker<T>();
}

static void registerLocks(CheckerManager &Manager) {
  auto *Locks = Manager.registerChecker<LockChecker>();
  const AnalyzerOptions &Options = Manager.getAnalyzerOptions();
  LockChecker::Options Values;
  Values.KnownRoles = Options.getCheckerStringOption(Locks, "Roles").str();
  Values.FactsFile = Options.getCheckerStringOption(Locks, "Facts").str();
  Locks->setOptions(std::move(Values));
}

template <unsigned Rule> static void registerRule(CheckerManager &Manager) {
  Manager.getChecker<LockChecker>()->enableRule(
      static_cast<kmdf_rule>(Rule), Manager.getCurrentCheckerName());
}

template <unsigned... Rules>
static void addRules(CheckerRegistry &Registry,
                     std::integer_sequence<unsigned, Rules...>) {
  (Registry.addChecker(registerRule<Rules>, always,
                       kmdf_get_rule(static_cast<kmdf_rule>(Rules))->name,
                       kmdf_get_rule(static_cast<kmdf_rule>(Rules))->summary,
                       "NoDocsUri", /*IsHidden=*/false),
   ...);
  (Registry.addDependency(kmdf_get_rule(static_cast<kmdf_rule>(Rules))->name,
                          LocksName),
   ...);
}

extern "C" __attribute__((visibility("default")))
const char clang_analyzerAPIVersionString[] = CLANG_ANALYZER_API_VERSION_STRING;

// What kmdf-scan reads to know which clang this is for, without loading it.
extern "C" __attribute__((visibility("default")))
const char kmdf_pluginBuild[] = "KmdfCheckers for clang " CLANG_VERSION_STRING;

extern "C" __attribute__((visibility("default"))) void
clang_registerCheckers(CheckerRegistry &Registry) {
  Registry.addPackage(KMDF_PACKAGE);
  auto AddHidden = [&](RegisterCheckerFn Register, StringRef Name,
                       StringRef Description) {
    Registry.addChecker(Register, always, Name, Description, "NoDocsUri",
                        /*IsHidden=*/true);
  };
  AddHidden(registerLocks, LocksName, "Models the framework's locks");
  auto AddModel = [&](RegisterCheckerFn Register, StringRef Name,
                      StringRef Description) {
    AddHidden(Register, Name, Description);
    Registry.addDependency(LocksName, Name);
  };
  AddModel(registerChecker<ReturnedObjects>,
           KMDF_PACKAGE ".core.ReturnedObjects",
           "Puts objects that are returned where they are wanted");
  AddModel(registerChecker<GetterModel>, KMDF_PACKAGE ".core.Getters",
           "Models the framework's getters");
  AddModel(registerChecker<BitModel>, KMDF_PACKAGE ".core.Bits",
           "Models bits that are set and cleared");
  AddModel(registerChecker<IrqlModel>, KMDF_PACKAGE ".core.Irql",
           "Models the interrupt level");
  AddModel(registerChecker<LambdaPointers>, KMDF_PACKAGE ".core.Lambdas",
           "Models what lambdas are as pointers to functions");
  AddHidden(registerChecker<ReusedSymbols>, SymbolsName,
            "Names unknown values such that paths meet");
  AddModel(registerChecker<HandlePlaces>, PlacesName,
           "Keeps lock handles' values across code that is not seen");
  Registry.addDependency(PlacesName, SymbolsName);
  AddModel(registerChecker<MemoryCopies>, KMDF_PACKAGE ".core.MemoryCopies",
           "Models copies of whole records");
  AddModel(registerChecker<PointerComparisons>,
           KMDF_PACKAGE ".core.PointerComparisons",
           "Gives one answer to whether two pointers are equal");
  // Without these the engine does not know what __builtin_*, __assume and
  // functions that never return do.
  Registry.addDependency(LocksName, "core.builtin.BuiltinFunctions");
  Registry.addDependency(LocksName, "core.builtin.NoReturnFunctions");
  Registry.addDependency(LocksName, AssumeChecker);
  AddModel(registerChecker<AssumeModel>, KMDF_PACKAGE ".core.Assume",
           "Models __assume");
  // Nor without this, which destructor a `delete` runs.
  Registry.addDependency(LocksName, "core.DynamicTypePropagation");
  // Nor without this, what memset leaves: RtlZeroMemory is in every driver.
  Registry.addDependency(LocksName, "unix.cstring.CStringModeling");
  addRules(Registry, std::make_integer_sequence<unsigned, KMDF_RULE_COUNT>());

  Registry.addPackageOption(
      "string", KMDF_PACKAGE, "Facts", "",
      "The file to write callbacks, lock calls and verdicts to, as JSON.",
      "released");
  Registry.addPackageOption(
      "bool", KMDF_PACKAGE, "Tolerant", "false",
      "Analyse also what does not parse cleanly: guess what is missing.",
      "released");
  Registry.addPackageOption(
      "string", KMDF_PACKAGE, "Roles", "",
      "Callbacks that another file gives their role, as name:ROLE_TYPE with ; "
      "in between.",
      "released");
}
