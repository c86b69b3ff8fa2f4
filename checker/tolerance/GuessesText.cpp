//===-- GuessesText.cpp - Guesses as declarations ---------------*- C++ -*-===//
//
// Part of the KMDF checkers, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Guesses.h"

#include "macros.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"

using namespace kmdf;
using llvm::StringRef;

/// Constants count up from here, so that no two are of one value. Small enough
/// for the size of an array.
static constexpr unsigned FirstConstant = 20011;

class Guesses::Writer {
public:
  Writer(Guesses &All, const InsertionPoint &Point)
      : All(All), Owners(All.Lines[Point]), Point(Point) {
    Owners.clear();
  }

  std::string write();

private:
  void line(const Guess &G, int Member, const llvm::Twine &Text) {
    Out += Text.str();
    Out += '\n';
    Owners.emplace_back(G.Name, Member);
  }
  /// A declaration on one line, in the namespaces that the name says.
  void declare(const Guess &G, const llvm::Twine &Text) {
    line(G, -1, getOpening(G) + Text + getClosing(G));
  }
  static std::string getOpening(const Guess &G);
  static std::string getClosing(const Guess &G);

  void writeMacro(const Guess &G);
  void writeTypeArguments(const Guess &G);
  void writeTag(const Guess &G);
  void writeType(const Guess &G);
  void writeFunctionType(const Guess &G);
  void writeBody(const Guess &G);
  void writeValue(const Guess &G);

  Guesses &All;
  std::vector<LineOwner> &Owners;
  const InsertionPoint &Point;
  llvm::StringSet<> Written;
  std::string Out;
};

std::string Guesses::Writer::getOpening(const Guess &G) {
  std::string Text;
  StringRef Rest = G.Name;
  for (size_t At; (At = Rest.find("::")) != StringRef::npos;
       Rest = Rest.substr(At + 2))
    Text += "namespace " + Rest.substr(0, At).str() + " { ";
  return Text;
}

std::string Guesses::Writer::getClosing(const Guess &G) {
  std::string Text;
  for (size_t At = G.Name.find("::"); At != std::string::npos;
       At = G.Name.find("::", At + 2))
    Text += " }";
  return Text;
}

static bool isRecord(const Guess &G) {
  return G.Kind == GuessKind::Tag ||
         (G.Kind == GuessKind::Type && G.Shape == TypeShape::Record);
}

void Guesses::Writer::writeMacro(const Guess &G) {
  // Calls go to a function of the macro's name, which then tells what it says.
  std::string Function = "int " + G.Name + (All.IsCXX ? "(...);" : "();");
  std::string Value = StringRef(G.Name).find("VOID") != StringRef::npos ? ""
                      : All.IsCXX                                       ? " {}"
                                                                        : " 0";
  switch (G.Kind) {
  case GuessKind::Header:
    return line(G, -1, "#include <" + G.Name + ">");
  case GuessKind::Macro:
    return line(G, -1, "#define " + G.Name);
  case GuessKind::MacroCall:
    return line(G, -1, "#define " + G.Name + "(...)");
  case GuessKind::Trace:
    return line(G, -1, "#define " + G.Name + "(...) ((void)0)");
  case GuessKind::Return:
    line(G, -1, Function);
    return line(G, -1,
                "#define " + G.Name + "(...) do { (void)" + G.Name +
                    "(__VA_ARGS__); return" + Value + "; } while (0)");
  case GuessKind::ReturnIf:
    line(G, -1, Function);
    return line(G, -1,
                "#define " + G.Name + "(...) do { if (" + G.Name +
                    "(__VA_ARGS__)) return" + Value + "; } while (0)");
  case GuessKind::Statement:
    line(G, -1, Function);
    return line(G, -1, "#define " + G.Name + " " + G.Name + "()");
  case GuessKind::StatementCall:
    line(G, -1, Function);
    return line(G, -1, "#define " + G.Name + "(...) " + G.Name + "();");
  case GuessKind::ConstantCall:
    // Each use is another constant.
    return line(G, -1,
                "#define " + G.Name + "(...) (" +
                    std::to_string(FirstConstant) + "000 + __COUNTER__)");
  case GuessKind::Copied:
    return line(G, -1, "#define " + G.Name + kmdf_get_macro(G.Name.c_str()));
  case GuessKind::New:
    line(G, -1, "void *operator new(decltype(sizeof 0), ...);");
    line(G, -1, "void *operator new[](decltype(sizeof 0), ...);");
    return line(G, -1, "void operator delete(void *, ...);");
  case GuessKind::Loop:
    line(G, -1, Function);
    return line(G, -1, "#define " + G.Name + "(...) while (" + G.Name + "())");
  default:
    return;
  }
}

/// A macro that hands its arguments on but for those that are types.
void Guesses::Writer::writeTypeArguments(const Guess &G) {
  std::string Parameters, Arguments;
  for (unsigned I = 0; I <= *G.TypeArguments.rbegin(); ++I) {
    std::string Parameter = "kmdf_" + std::to_string(I);
    Parameters += Parameter + ", ";
    if (!G.TypeArguments.count(I))
      Arguments += (Arguments.empty() ? "" : ", ") + Parameter;
  }
  line(G, -1,
       "#define " + G.Name + "(" + Parameters + "...) " + G.Name + "(" +
           Arguments +
           (Arguments.empty() ? "__VA_ARGS__)" : ", ##__VA_ARGS__)"));
}

void Guesses::Writer::writeTag(const Guess &G) {
  if (isRecord(G))
    declare(G, "struct " + getLastName(G.Name) + ";");
}

void Guesses::Writer::writeType(const Guess &G) {
  if (G.Kind != GuessKind::Type)
    return;
  StringRef Name = getLastName(G.Name);
  switch (G.Shape) {
  case TypeShape::Number:
    return declare(G, "typedef " + Number + " " + Name + ";");
  case TypeShape::Pointer:
    return declare(G, "typedef " +
                          (G.Pointee.empty() ? std::string("void")
                           : G.IsPointeeTag  ? "struct " + G.Pointee
                                             : G.Pointee) +
                          " *" + Name + ";");
  case TypeShape::Record:
  case TypeShape::Tag:
    return declare(G, "typedef struct " + Name + " " + Name + ";");
  case TypeShape::Template:
    return declare(G, "template <class...> struct " + Name +
                          " { template <class... T> " + Name +
                          "(const T &...); char kmdf_guessed; };");
  case TypeShape::Declared:
    return declare(G, "typedef " + G.Declaration + ";");
  case TypeShape::Enum: {
    std::string Enumerators;
    for (const Member &M : G.Members)
      Enumerators += M.Name + ", ";
    return declare(G, "enum class " + Name + " { " + Enumerators + "};");
  }
  case TypeShape::Function:
    return;
  case TypeShape::FunctionPointer:
    return declare(G, "typedef " + Number + " (*" + Name +
                          (All.IsCXX ? ")(...);" : ")();"));
  }
}

/// What a function's type speaks of comes before it.
void Guesses::Writer::writeFunctionType(const Guess &G) {
  if (G.Kind == GuessKind::Type && G.Shape == TypeShape::Function)
    declare(G, "typedef " + G.Declaration + ";");
}

void Guesses::Writer::writeBody(const Guess &G) {
  if (!isRecord(G) || !Written.insert(G.Name).second)
    return;
  // A member that is a record comes after that.
  for (const Member &M : G.Members) {
    StringRef Type = StringRef(M.Declaration).rsplit(' ').first;
    Type.consume_front("struct ");
    if (const Guess *Inner = All.find(Type))
      if (Inner->First.Point == Point)
        writeBody(*Inner);
  }
  line(G, -1, getOpening(G) + "struct " + getLastName(G.Name) + " {");
  for (size_t I = 0; I < G.Members.size(); ++I)
    line(G, static_cast<int>(I), G.Members[I].Declaration + ";");
  line(G, -1, "char kmdf_guessed; };" + getClosing(G));
}

void Guesses::Writer::writeValue(const Guess &G) {
  StringRef Name = getLastName(G.Name);
  std::string Linkage = All.IsCXX ? "extern \"C\" " : "extern ";
  switch (G.Kind) {
  case GuessKind::Prototype:
    return declare(G, G.Declaration + ";");
  case GuessKind::Function:
    declare(G,
            Linkage +
                (G.Declaration.empty() ? "int " + Name.str() : G.Declaration) +
                (All.IsCXX ? "(...);" : "();"));
    if (!G.TypeArguments.empty())
      writeTypeArguments(G);
    return;
  case GuessKind::Value:
    // Nothing changes it, so that it answers alike wherever it is asked.
    if (G.Declaration.empty())
      return declare(G, Linkage + "const " + Number + " " + Name + ";");
    return declare(G, Linkage + G.Declaration + ";");
  case GuessKind::Constant:
    return declare(G, "enum { " + Name + " = " +
                          std::to_string(FirstConstant + Owners.size()) +
                          " };");
  default:
    return;
  }
}

std::string Guesses::Writer::write() {
  void (Writer::*const Phases[])(const Guess &) = {
      &Writer::writeMacro,        &Writer::writeTag,  &Writer::writeType,
      &Writer::writeFunctionType, &Writer::writeBody, &Writer::writeValue};
  for (auto Phase : Phases)
    for (const auto &[Name, G] : All.Names)
      if (G.First.Point == Point)
        (this->*Phase)(G);
  return std::move(Out);
}

Insertions Guesses::render() {
  Insertions Texts;
  Lines.clear();
  for (const auto &[Name, G] : Names)
    Texts.try_emplace(G.First.Point);
  for (auto &Text : Texts)
    Text.second = Writer(*this, Text.first().str()).write();
  Refuted.clear();
  Changed = HasNewHeader = false;
  return Texts;
}
