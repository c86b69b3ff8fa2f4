//===-- Compat.h - What differs between versions of LLVM --------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The sources build against LLVM 14, 15, 16, 19 and 22. Everything that those
// disagree on stands here.
//
//===----------------------------------------------------------------------===//

#ifndef KMDF_ENGINE_COMPAT_H
#define KMDF_ENGINE_COMPAT_H

#include "clang/AST/Stmt.h"
#include "clang/Basic/DiagnosticParse.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/StaticAnalyzer/Core/AnalyzerOptions.h"
#include "clang/StaticAnalyzer/Core/BugReporter/BugReporter.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CallEvent.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CheckerContext.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/CoreEngine.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExplodedGraph.h"
#include "clang/StaticAnalyzer/Core/PathSensitive/ExprEngine.h"
#include "llvm/Support/SMTAPI.h"

#if CLANG_VERSION_MAJOR >= 17
#include "clang/StaticAnalyzer/Core/BugReporter/BugSuppression.h"
#endif

namespace kmdf {

/// A new symbolic value of type \p T that \p Call makes, distinguished by
/// \p Tag from others that it makes at the same place.
inline clang::ento::DefinedOrUnknownSVal
conjure(clang::ento::CheckerContext &C, const clang::ento::CallEvent &Call,
        clang::QualType T, const void *Tag) {
  clang::ento::SValBuilder &Values = C.getSValBuilder();
#if CLANG_VERSION_MAJOR >= 21
  return Values.conjureSymbolVal(Tag, Call.getCFGElementRef(),
                                 C.getLocationContext(), T, C.blockCount());
#else
  return Values.conjureSymbolVal(Tag, Call.getOriginExpr(),
                                 C.getLocationContext(), T, C.blockCount());
#endif
}

/// A new symbolic value of the type of \p Read, which the engine runs.
inline clang::ento::DefinedOrUnknownSVal
conjureAt(clang::ento::CheckerContext &C, const clang::Expr *Read) {
  clang::ento::SValBuilder &Values = C.getSValBuilder();
#if CLANG_VERSION_MAJOR >= 21
  return Values.conjureSymbolVal(nullptr, C.getCFGElementRef(),
                                 C.getLocationContext(), Read->getType(),
                                 C.blockCount());
#else
  return Values.conjureSymbolVal(nullptr, Read, C.getLocationContext(),
                                 Read->getType(), C.blockCount());
#endif
}

/// A symbolic value of type \p T that the branch makes that \p Branch ends in,
/// by
/// \p Condition, when the path comes there for the \p Count th time.
inline clang::ento::DefinedOrUnknownSVal
conjureAtBranch(clang::ento::CheckerContext &C, const clang::CFGBlock *Branch,
                const clang::Expr *Condition, clang::QualType T,
                const void *Tag, unsigned Count) {
  clang::ento::SValBuilder &Values = C.getSValBuilder();
#if CLANG_VERSION_MAJOR >= 21
  (void)Condition;
  return Values.conjureSymbolVal(
      Tag, clang::CFGBlock::ConstCFGElementRef(Branch, Branch->size() - 1),
      C.getLocationContext(), T, Count);
#else
  (void)Branch;
  return Values.conjureSymbolVal(Tag, Condition, C.getLocationContext(), T,
                                 Count);
#endif
}

/// The symbol that is made as \p Made was in \p LCtx, at another count of
/// visits.
inline const clang::ento::SymbolConjured *
renumber(const clang::ento::SymbolConjured *Made,
         const clang::LocationContext *LCtx, unsigned Count,
         clang::ento::SymbolManager &Symbols) {
#if CLANG_VERSION_MAJOR >= 21
  return Symbols.conjureSymbol(Made->getCFGElementRef(), LCtx, Made->getType(),
                               Count, Made->getTag());
#else
  return Symbols.conjureSymbol(Made->getStmt(), LCtx, Made->getType(), Count,
                               Made->getTag());
#endif
}

/// The symbol number \p Count of its type and tag in the function that \p Top
/// is the frame of, wherever \p Made was made.
inline const clang::ento::SymbolConjured *
renumberAnywhere(const clang::ento::SymbolConjured *Made,
                 const clang::StackFrameContext *Top, unsigned Count,
                 clang::ento::SymbolManager &Symbols) {
#if CLANG_VERSION_MAJOR >= 21
  for (const clang::CFGBlock *Block : *Top->getCFG())
    if (!Block->empty())
      return Symbols.conjureSymbol(
          clang::CFGBlock::ConstCFGElementRef(Block, 0), Top, Made->getType(),
          Count, Made->getTag());
  return Made;
#else
  return Symbols.conjureSymbol(Top->getDecl()->getBody(), Top, Made->getType(),
                               Count, Made->getTag());
#endif
}

/// The symbols that \p Symbol is made of, and itself.
inline llvm::iterator_range<clang::ento::SymExpr::symbol_iterator>
getParts(clang::ento::SymbolRef Symbol) {
#if CLANG_VERSION_MAJOR >= 19
  return Symbol->symbols();
#else
  return {Symbol->symbol_begin(), Symbol->symbol_end()};
#endif
}

/// Orders symbols by when the engine made them, for what must not depend on
/// addresses.
inline bool isOlder(clang::ento::SymbolRef A, clang::ento::SymbolRef B) {
#if CLANG_VERSION_MAJOR >= 20
  return A->getSymbolID() < B->getSymbolID();
#else
  // Only what the engine does not compute from other symbols is numbered.
  auto getKey = [](clang::ento::SymbolRef Symbol) {
    clang::ento::SymbolID Number = 0;
    for (clang::ento::SymbolRef Part : getParts(Symbol))
      if (const auto *Data = llvm::dyn_cast<clang::ento::SymbolData>(Part))
        Number = std::max(Number, Data->getSymbolID());
    return std::make_pair(Number, Symbol->computeComplexity());
  };
  return getKey(A) < getKey(B);
#endif
}

/// The number that \p Value is. It lives as long as the analysis of the file.
inline const llvm::APSInt *getNumber(clang::ento::nonloc::ConcreteInt Value) {
#if CLANG_VERSION_MAJOR >= 20
  return Value.getValue().get();
#else
  return &Value.getValue();
#endif
}

/// Whether \p Region is in a local variable or a parameter.
inline bool isOnStack(const clang::ento::MemRegion *Region,
                      clang::ento::ProgramStateRef State) {
#if CLANG_VERSION_MAJOR >= 21
  return Region->hasMemorySpace<clang::ento::StackSpaceRegion>(State);
#else
  (void)State;
  return Region->hasStackStorage();
#endif
}

/// The place of \p Field in the object that \p Object points at. The engine
/// takes what an unknown pointer points at for the first element of an array,
/// since LLVM 16, where getLValue does not yet.
inline clang::ento::SVal getFieldPlace(clang::ento::ProgramStateRef State,
                                       const clang::FieldDecl *Field,
                                       clang::ento::SVal Object) {
#if CLANG_VERSION_MAJOR == 16
  const auto *Pointee =
      llvm::dyn_cast_or_null<clang::ento::SymbolicRegion>(Object.getAsRegion());
  if (Pointee)
    Object = clang::ento::loc::MemRegionVal(
        State->getStateManager().getStoreManager().GetElementZeroRegion(
            Pointee, Pointee->getPointeeStaticType()));
#endif
  return State->getLValue(Field, Object);
}

/// The node in which the analysis of a function begins.
inline const clang::ento::ExplodedNode *
getRoot(const clang::ento::ExplodedGraph &Graph) {
#if CLANG_VERSION_MAJOR >= 21
  return Graph.getRoot();
#else
  return *Graph.roots_begin();
#endif
}

/// All nodes of \p Graph, in no order.
inline auto getNodes(const clang::ento::ExplodedGraph &Graph) {
#if CLANG_VERSION_MAJOR >= 17
  return Graph.nodes();
#else
  return llvm::make_range(Graph.nodes_begin(), Graph.nodes_end());
#endif
}

/// Has a path go on in \p State where \p Branch goes on \p Way, beside others
/// that go the other way. To be called where the engine decides on its
/// condition.
inline void goWay(clang::ento::CheckerContext &C,
                  clang::ento::ProgramStateRef State,
                  const clang::CFGBlock *Branch, bool Way) {
#if CLANG_VERSION_MAJOR >= 20
  (void)Branch;
  (void)Way;
  C.addTransition(std::move(State));
#else
  // Where one state cannot go a way, older engines let no other go there.
  const clang::CFGBlock *Next =
      (Branch->succ_begin() + !Way)->getReachableBlock();
  if (!Next)
    return;
  const clang::ento::CoreEngine &Engine =
      State->getStateManager().getOwningEngine().getCoreEngine();
  clang::ento::ExplodedNode *From = C.getPredecessor();
  clang::ento::NodeBuilderContext Context(Engine, Branch, From);
  clang::ento::ExplodedNodeSet Made;
  clang::ento::NodeBuilder Builder(From, Made, Context);
  clang::BlockEdge Edge(Branch, Next, From->getLocationContext());
  if (clang::ento::ExplodedNode *Node =
          Builder.generateNode(Edge, std::move(State), From))
    Engine.getWorkList()->enqueue(Node);
#endif
}

/// The blocks that the engine did not enter once more, each with the edge to
/// it.
inline auto getCutBlocks(const clang::ento::CoreEngine &Engine) {
#if CLANG_VERSION_MAJOR >= 17
  return Engine.exhausted_blocks();
#else
  return llvm::make_range(Engine.blocks_exhausted_begin(),
                          Engine.blocks_exhausted_end());
#endif
}

/// Whether the source silences \p Report with an attribute. Older engines do
/// not know one.
inline bool isSuppressed(const clang::ento::BugReport &Report,
                         const clang::ASTContext &Context) {
#if CLANG_VERSION_MAJOR >= 19
  return clang::ento::BugSuppression(Context).isSuppressed(Report);
#elif CLANG_VERSION_MAJOR >= 17
  (void)Context;
  return clang::ento::BugSuppression().isSuppressed(Report);
#else
  (void)Report;
  (void)Context;
  return false;
#endif
}

/// Whether the engine goes round a loop whose condition it does not understand
/// more often than twice, and inlines functions that have one.
inline void makeEveryTurn(clang::AnalyzerOptions &Options, bool IsOn) {
#if CLANG_VERSION_MAJOR >= 20
  // It widens at the last turn but one that it makes. There is no last turn
  // where the checkers end loops.
  Options.ShouldWidenLoops = IsOn;
#endif
#if CLANG_VERSION_MAJOR >= 21
  Options.InlineFunctionsWithAmbiguousLoops = IsOn;
#endif
  (void)Options;
  (void)IsOn;
}

/// Has the engine run functions of other files where they are called, when it
/// analyses across files. By itself it puts the larger ones off, and goes on
/// first as if they did nothing.
inline void runForeignFunctions(clang::AnalyzerOptions &Options) {
#if CLANG_VERSION_MAJOR >= 15
  Options.CTUPhase1InliningMode = "all";
#endif
  (void)Options;
}

/// The state before \p Call. CallEvent keeps it for its heirs.
inline clang::ento::ProgramStateRef
getStateBefore(const clang::ento::CallEvent &Call) {
  struct Heir : clang::ento::CallEvent {
    static clang::ento::ProgramStateRef get(const CallEvent &Call) {
      return (Call.*&Heir::getState)();
    }
  };
  return Heir::get(Call);
}

/// The engine's own checker that believes __assume.
#if CLANG_VERSION_MAJOR >= 20
inline constexpr llvm::StringLiteral AssumeChecker =
    "core.builtin.AssumeModeling";
#else
inline constexpr llvm::StringLiteral AssumeChecker =
    "core.builtin.BuiltinFunctions";
#endif

/// Whether the engine believes `__assume`, and not only `__builtin_assume`.
inline constexpr bool DoesEngineBelieveAssume = CLANG_VERSION_MAJOR >= 19;

/// Whether the engine knows what a lambda has captured.
inline constexpr bool DoesEngineKnowCaptures = CLANG_VERSION_MAJOR >= 15;

/// Whether the engine leaves a constant of the file that is no number as it is
/// in code that is not seen.
inline constexpr bool DoesEngineKeepConstants = CLANG_VERSION_MAJOR >= 15;

/// Callbacks of the preprocessor that skip headers which are missing.
class HeaderCallbacks : public clang::PPCallbacks {
public:
  /// What is set is the preprocessor's own, for all its life.
  explicit HeaderCallbacks(clang::Preprocessor &PP) {
    PP.SetSuppressIncludeNotFoundError(true);
  }

  virtual void headerNotFound(clang::StringRef FileName) = 0;

private:
#if CLANG_VERSION_MAJOR >= 16
  bool FileNotFound(clang::StringRef FileName) override {
    headerNotFound(FileName);
    return true;
  }
#elif CLANG_VERSION_MAJOR >= 15
  void InclusionDirective(clang::SourceLocation, const clang::Token &,
                          clang::StringRef FileName, bool,
                          clang::CharSourceRange,
                          llvm::Optional<clang::FileEntryRef> File,
                          clang::StringRef, clang::StringRef,
                          const clang::Module *,
                          clang::SrcMgr::CharacteristicKind) override {
    if (!File)
      headerNotFound(FileName);
  }
#else
  bool FileNotFound(clang::StringRef FileName,
                    llvm::SmallVectorImpl<char> &) override {
    headerNotFound(FileName);
    return false;
  }
#endif
};

inline clang::CompoundStmt *makeBlock(const clang::ASTContext &Context,
                                      llvm::ArrayRef<clang::Stmt *> Statements,
                                      clang::SourceLocation Begin,
                                      clang::SourceLocation End) {
#if CLANG_VERSION_MAJOR >= 15
  return clang::CompoundStmt::Create(Context, Statements,
                                     clang::FPOptionsOverride(), Begin, End);
#else
  return clang::CompoundStmt::Create(Context, Statements, Begin, End);
#endif
}

/// The file system that \p Files reads from.
inline llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
getFileSystem(clang::FileManager &Files) {
  return llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>(
      &Files.getVirtualFileSystem());
}

/// Whether the error numbered \p ID is about `#pragma alloc_text`, which older
/// compilers pass over.
inline bool isAboutAllocText(unsigned ID) {
#if CLANG_VERSION_MAJOR >= 15
  return ID == clang::diag::err_pragma_alloc_text_not_function ||
         ID == clang::diag::err_pragma_alloc_text_c_linkage;
#else
  (void)ID;
  return false;
#endif
}

/// Has the compiler object to calls of functions that nothing declares and to
/// declarations without a type, which are errors in C since LLVM 16.
inline void requireDeclarations(clang::DiagnosticsEngine &Diagnostics) {
#if CLANG_VERSION_MAJOR < 16
  for (unsigned ID : {
#if CLANG_VERSION_MAJOR >= 15
           clang::diag::ext_implicit_function_decl_c99,
#else
           clang::diag::ext_implicit_function_decl,
#endif
           clang::diag::ext_missing_type_specifier})
    Diagnostics.setSeverity(ID, clang::diag::Severity::Error,
                            clang::SourceLocation());
#endif
  (void)Diagnostics;
}

/// Makes the compiler forget that there were errors.
inline void forgetErrors(clang::DiagnosticsEngine &Diagnostics) {
#if CLANG_VERSION_MAJOR >= 15
  Diagnostics.Reset(/*soft=*/true);
#else
  Diagnostics.Reset();
#endif
}

inline clang::AnalyzerOptions &
getAnalyzerOpts(clang::CompilerInvocation &Invocation) {
#if CLANG_VERSION_MAJOR >= 18
  return Invocation.getAnalyzerOpts();
#else
  return *Invocation.getAnalyzerOpts();
#endif
}

inline clang::LangOptions &getLangOpts(clang::CompilerInvocation &Invocation) {
#if CLANG_VERSION_MAJOR >= 18
  return Invocation.getLangOpts();
#else
  return *Invocation.getLangOpts();
#endif
}

/// A compiler that sees the same files as \p Original, whose diagnostics go to
/// \p Diagnostics.
inline std::unique_ptr<clang::CompilerInstance>
makeInstance(clang::CompilerInstance &Original,
             std::shared_ptr<clang::CompilerInvocation> Invocation,
             clang::DiagnosticConsumer &Diagnostics) {
#if CLANG_VERSION_MAJOR >= 21
  auto Instance =
      std::make_unique<clang::CompilerInstance>(std::move(Invocation));
  Instance->setVirtualFileSystem(getFileSystem(Original.getFileManager()));
#else
  auto Instance = std::make_unique<clang::CompilerInstance>();
  Instance->setInvocation(std::move(Invocation));
#endif
  Instance->setFileManager(&Original.getFileManager());
  Instance->createDiagnostics(&Diagnostics, /*ShouldOwnClient=*/false);
  return Instance;
}

/// Lets \p Solver think for as long at a time. Older than LLVM 19, it
/// cannot be told.
inline void setTimeLimit(llvm::SMTSolver &Solver, unsigned Milliseconds) {
#if CLANG_VERSION_MAJOR >= 19
  Solver.setUnsignedParam("timeout", Milliseconds);
#else
  (void)Solver, (void)Milliseconds;
#endif
}

} // namespace kmdf

#endif // KMDF_ENGINE_COMPAT_H
