// What a TypeScript file imports, read with the compiler's own parser.
import ts from 'typescript';

export interface Import {
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
  /** Values taken from there; `*` stands for the whole module. Empty when only types are. */
  readonly values: readonly string[];
}

export function importsOf(path: string, text: string): Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, false);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const entry = importAt(node);
    if (entry) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ ...entry, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function importAt(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return entry(node.moduleSpecifier, importedValues(node.importClause));
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return entry(node.moduleSpecifier, exportedValues(node));
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return entry(node.argument.literal, []);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return entry(node.arguments[0], ['*']);
  }
  return undefined;
}

function entry(specifier: ts.Node | undefined, values: readonly string[]): Omit<Import, 'line'> {
  return {
    specifier: specifier && ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)',
    values,
  };
}

function importedValues(clause: ts.ImportClause | undefined): string[] {
  if (!clause) return ['*'];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const values = clause.name ? ['default'] : [];
  if (!clause.namedBindings) return values;
  if (ts.isNamespaceImport(clause.namedBindings)) return [...values, '*'];
  return [...values, ...namesOfValues(clause.namedBindings.elements)];
}

function exportedValues(node: ts.ExportDeclaration): string[] {
  if (node.isTypeOnly) return [];
  if (!node.exportClause || ts.isNamespaceExport(node.exportClause)) return ['*'];
  return namesOfValues(node.exportClause.elements);
}

function namesOfValues(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): string[] {
  return elements.filter((e) => !e.isTypeOnly).map((e) => (e.propertyName ?? e.name).text);
}
