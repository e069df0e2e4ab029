import ts from 'typescript';

export interface Import {
  from: string;
  /** `type` leaves nothing at run time, `lazy` is an `import()`. */
  how: 'value' | 'type' | 'lazy';
}

/** Every import of a file, in whatever way it is written. */
export function importsOf(path: string, text: string): Import[] {
  if (path.endsWith('.css')) {
    return [...text.matchAll(/@import\s+(?:url\()?\s*["']?([^"')\s;]+)/g)].map(([, from]) => ({
      from: from!,
      how: 'value',
    }));
  }
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, how: Import['how']) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ from: specifier.text, how });
    else if (specifier) found.push({ from: specifier.getText(), how }); // computed: allowed nowhere
  };
  const visit = (node: ts.Node): void => {
    // `import { type A }` is a value import: its braces go, the import stays.
    if (ts.isImportDeclaration(node)) {
      add(
        node.moduleSpecifier,
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'value',
      );
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, 'type');
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.moduleReference.expression, node.isTypeOnly ? 'type' : 'value');
    } else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], 'lazy');
      else if (ts.isIdentifier(node.expression) && node.expression.text === 'require')
        add(node.arguments[0], 'value');
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return found;
}

/** The syntax tree of a file. */
export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}
