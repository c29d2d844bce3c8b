/**
 * Mutants of a file of rules: small changes to its text, each of which a test must notice. Operators that another
 * one makes redundant are left out: a test that notices a missing side of `a && b` also notices `a || b`.
 */
import ts from 'typescript'

export interface Mutant {
  file: string
  line: number
  /** The changed lines before and after, white space collapsed: shown to people, and the key in equivalent.json. */
  before: string
  after: string
  /** The whole file, changed. */
  text: string
}

const { SyntaxKind } = ts

/** Operators and what they become. A comparison becomes true and false besides. */
const operators = new Map<ts.SyntaxKind, string>([
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.PlusToken, '-'],
  [SyntaxKind.MinusToken, '+'],
  [SyntaxKind.AsteriskToken, '/'],
  [SyntaxKind.SlashToken, '*'],
  [SyntaxKind.PercentToken, '*'],
  [SyntaxKind.PlusEqualsToken, '-='],
  [SyntaxKind.MinusEqualsToken, '+='],
])

/** Similar methods, each replaced by the other. */
const twins = ['some every', 'find findLast', 'findIndex findLastIndex', 'min max', 'ceil floor'].map(
  (pair) => pair.split(' '),
)

/** Methods whose call can be left out; of a filter the condition becomes true instead. */
const dropped = ['slice', 'sort', 'trim', 'replace', 'toWellFormed', 'normalize']

type Edit = { from: ts.Node; to: string } | { start: number; end: number; to: string }

const isLogical = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) &&
  [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken].includes(node.operatorToken.kind)

const isEquality = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  [SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken].includes(
    node.operatorToken.kind,
  )

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? bare(node.expression) : node

/** Replacements of a condition. Of `a && b`: false, only a, only b; of `a || b`: true, only a, only b. */
const conditions = (node: ts.Expression, which: readonly string[] = ['true', 'false']): Edit[] => {
  const inner = bare(node)
  if (!isLogical(inner)) return which.map((to) => ({ from: node, to }))
  const and = inner.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken
  const whole = and ? 'false' : 'true'
  const parts = [inner.left, inner.right].flatMap((part) => conditions(part, [and ? 'true' : 'false']))
  return which.includes(whole) ? [{ from: node, to: whole }, ...parts] : parts
}

/** Elements of a list, properties of an object: each left out, with its comma. */
const leftOut = (elements: ts.NodeArray<ts.Node>): Edit[] =>
  elements.map((element, index) => {
    const [before, after] = [elements[index - 1], elements[index + 1]]
    if (after) return { start: element.getStart(), end: after.getStart(), to: '' }
    return { start: before ? before.end : element.getStart(), end: element.end, to: '' }
  })

const test = (node: ts.Node): ts.Expression | undefined =>
  ts.isIfStatement(node) || ts.isWhileStatement(node)
    ? node.expression
    : ts.isConditionalExpression(node) || ts.isForStatement(node)
      ? node.condition
      : undefined

/** Whether the node, or a part of it by && and ||, is a condition. */
const isAsked = (node: ts.Node): boolean =>
  isLogical(node.parent) || ts.isParenthesizedExpression(node.parent)
    ? isAsked(node.parent)
    : test(node.parent) === node || ts.isPrefixUnaryExpression(node.parent)

/** A string without an effect of its own: a type, a key, a module name, or part of a node that is mutated as a whole. */
const passive = (node: ts.Node): boolean =>
  ts.isLiteralTypeNode(node.parent) ||
  ts.isImportDeclaration(node.parent) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
  (ts.isElementAccessExpression(node.parent) && node.parent.argumentExpression === node) ||
  ts.isArrayLiteralExpression(node.parent) ||
  isEquality(node.parent)

/** A condition outside an `if`: the result of an arrow function, a property, an argument. */
const standsAlone = (node: ts.Node): node is ts.Expression =>
  (ts.isBinaryExpression(node) || ts.isPrefixUnaryExpression(node) || ts.isCallExpression(node)) &&
  !isAsked(node) &&
  !isLogical(node.parent) &&
  !ts.isParenthesizedExpression(node.parent)

const editsOf = (node: ts.Node, checker: ts.TypeChecker): Edit[] => {
  const become = (...texts: string[]): Edit[] => texts.map((to) => ({ from: node, to }))
  const isBoolean = (of: ts.Expression) =>
    (checker.getTypeAtLocation(of).flags & ts.TypeFlags.BooleanLike) !== 0
  const condition = test(node)
  const edits = condition ? conditions(condition) : []
  if (standsAlone(node) && isBoolean(bare(node))) edits.push(...conditions(node))
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken } = node
    const other = operators.get(operatorToken.kind)
    if (other) edits.push({ from: operatorToken, to: other })
    const eitherSide =
      operatorToken.kind === SyntaxKind.QuestionQuestionToken ||
      (isLogical(node) && !isBoolean(node) && !isAsked(node))
    if (eitherSide) edits.push(...become(left.getText(), right.getText()))
  }
  if (ts.isNumericLiteral(node)) edits.push(...become(`${Number(node.text) + 1}`, `${Number(node.text) - 1}`))
  if (ts.isArrayLiteralExpression(node)) edits.push(...leftOut(node.elements))
  if (ts.isObjectLiteralExpression(node)) edits.push(...leftOut(node.properties))
  if (ts.isExpressionStatement(node)) edits.push(...become(';'))
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression
    const twin = twins.find((pair) => pair.includes(name.text))?.find((one) => one !== name.text)
    if (twin) edits.push({ from: name, to: twin })
    if (dropped.includes(name.text)) edits.push(...become(expression.getText()))
  }
  if (ts.isRegularExpressionLiteral(node))
    edits.push(...become(node.text.replace('/^', '/'), node.text.replace(/\$(\/[a-z]*)$/, '$1')))
  if (passive(node)) return edits
  if (node.kind === SyntaxKind.TrueKeyword) edits.push(...become('false'))
  if (node.kind === SyntaxKind.FalseKeyword) edits.push(...become('true'))
  if (ts.isStringLiteral(node) || ts.isTemplateExpression(node)) edits.push(...become("''"))
  return edits
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The mutants of some files, in the order of their text; the same each time. */
export const mutantsOf = (files: readonly string[]): Mutant[] => {
  const program = ts.createProgram(files, {
    allowImportingTsExtensions: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts'],
    types: [],
  })
  const checker = program.getTypeChecker()
  return files.flatMap((file) => {
    const source = program.getSourceFile(file)
    if (!source) throw new Error(`no file ${file}`)
    const text = source.text
    const mutants = new Map<string, Mutant>()
    const visit = (node: ts.Node): void => {
      for (const edit of editsOf(node, checker)) {
        const [start, end] = 'from' in edit ? [edit.from.getStart(), edit.from.end] : [edit.start, edit.end]
        const changed = text.slice(0, start) + edit.to + text.slice(end)
        const first = text.lastIndexOf('\n', start) + 1
        const last = text.indexOf('\n', end)
        const after = fold(changed.slice(first, changed.length - (text.length - last)))
        const line = source.getLineAndCharacterOfPosition(start).line + 1
        mutants.set(changed, { file, line, before: fold(text.slice(first, last)), after, text: changed })
      }
      if (!ts.isTypeNode(node) && !ts.isInterfaceDeclaration(node)) ts.forEachChild(node, visit)
    }
    ts.forEachChild(source, visit)
    mutants.delete(text)
    return [...mutants.values()].sort((one, other) => one.line - other.line)
  })
}
