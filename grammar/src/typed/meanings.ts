// What each place of the grammar means, as a table beside it: rules are data, and so is what they expect, refer to,
// declare and open. A number behind a name is the occurrence within its rule, as the parser counts them.

/** What an occurrence of a rule within another is for. */
export type CallMeaning =
  | 'structure'
  // names that refer
  | 'imported-name'
  | 'type-name'
  | 'annotation-name'
  | 'kind-name'
  | 'property-name'
  | 'member-name'
  | 'value-name'
  | 'argument-name'
  // names that declare
  | 'new-import'
  | 'new-let'
  | 'new-prefab'
  | 'new-parameter'
  | 'new-label'
  | 'new-loop'
  // types
  | 'written-type'
  | 'type-argument'
  // blocks
  | 'prefab-body'
  | 'loop-body'
  | 'then-body'
  | 'else-body'
  | 'scatter-body'
  | 'child'
  // values of a place
  | 'let-value'
  | 'default-value'
  | 'annotation-argument'
  | 'property-value'
  | 'loop-values'
  | 'loop-step'
  | 'condition'
  | 'count'
  | 'region'
  | 'spacing'
  // parts of expressions
  | 'same'
  | 'boolean'
  | 'then-value'
  | 'else-value'
  | 'behind-not'
  | 'left-of-comparison'
  | 'right-of-comparison'
  | 'from-of-range'
  | 'to-of-range'
  | 'first-of-sum'
  | 'next-of-sum'
  | 'first-of-product'
  | 'next-of-product'
  | 'behind-minus'
  | 'base-of-access'
  | 'index'
  | 'in-parentheses'
  | 'tuple-item'
  | 'list-item'
  | 'argument-value';

/** What a token of a rule does; `mark` only stands between others. */
export type TokenMeaning =
  | 'mark'
  | 'name'
  | 'import-file'
  | 'open-type-argument'
  | 'open-prefab'
  | 'open-block'
  | 'close-block'
  | 'next-annotation-argument'
  | 'close-annotation'
  | 'open-element'
  | 'close-element'
  | 'step'
  | 'else-branch'
  | 'conditional'
  | 'or'
  | 'and'
  | 'not'
  | 'comparison'
  | 'range'
  | 'sum'
  | 'product'
  | 'minus'
  | 'member'
  | 'index'
  | 'number'
  | 'text'
  | 'color'
  | 'hole'
  | 'boolean'
  | 'open-call'
  | 'next-argument'
  | 'close-call'
  | 'open-parenthesis'
  | 'next-item'
  | 'close-parenthesis'
  | 'open-list'
  | 'next-in-list'
  | 'close-list';

export interface RuleMeaning {
  readonly calls?: Readonly<Record<string, CallMeaning>>;
  readonly tokens?: Readonly<Record<string, TokenMeaning>>;
}

export const MEANINGS: Readonly<Record<string, RuleMeaning>> = {
  program: { calls: { import_: 'structure', item: 'structure' } },
  import_: {
    calls: { imported1: 'structure', imported2: 'structure' },
    tokens: { Use: 'mark', Comma: 'mark', From: 'mark', Text: 'import-file' },
  },
  imported: { calls: { name1: 'imported-name', name2: 'new-import' }, tokens: { As: 'mark' } },
  item: { calls: { let_: 'structure', prefab: 'structure', statement: 'structure' } },
  let_: {
    calls: { name: 'new-let', type: 'written-type', expression: 'let-value' },
    tokens: { Let: 'mark', Colon: 'mark', Equal: 'mark' },
  },
  type: {
    calls: { name: 'type-name', type: 'type-argument' },
    tokens: { LeftBracket: 'open-type-argument', RightBracket: 'mark' },
  },
  prefab: {
    calls: { name: 'new-prefab', param1: 'structure', param2: 'structure', body: 'prefab-body' },
    tokens: { Prefab: 'mark', LeftParenthesis: 'open-prefab', Comma: 'mark', RightParenthesis: 'mark' },
  },
  param: {
    calls: { name: 'new-parameter', type: 'written-type', expression: 'default-value' },
    tokens: { Colon: 'mark', Equal: 'mark' },
  },
  body: {
    calls: { let_: 'structure', statement: 'structure' },
    tokens: { LeftBrace: 'open-block', RightBrace: 'close-block' },
  },
  statement: {
    calls: {
      annotation: 'structure',
      element: 'structure',
      for_: 'structure',
      if_: 'structure',
      scatter: 'structure',
    },
  },
  annotation: {
    calls: { name: 'annotation-name', expression1: 'annotation-argument', expression2: 'annotation-argument' },
    tokens: {
      At: 'mark',
      LeftParenthesis: 'mark',
      Comma: 'next-annotation-argument',
      RightParenthesis: 'close-annotation',
    },
  },
  element: { calls: { name1: 'kind-name', name2: 'new-label', elementBody: 'structure' } },
  elementBody: {
    calls: { field: 'structure', let_: 'structure', statement: 'child' },
    tokens: { LeftBrace: 'open-element', Comma: 'mark', RightBrace: 'close-element' },
  },
  field: { calls: { name: 'property-name', expression: 'property-value' }, tokens: { Colon: 'mark' } },
  for_: {
    calls: { name: 'new-loop', expression1: 'loop-values', expression2: 'loop-step', body: 'loop-body' },
    tokens: { For: 'mark', In: 'mark', Step: 'step' },
  },
  if_: {
    calls: { expression: 'condition', body1: 'then-body', if_: 'structure', body2: 'else-body' },
    tokens: { If: 'mark', Else: 'else-branch' },
  },
  scatter: {
    calls: { expression1: 'count', expression2: 'region', expression3: 'spacing', body: 'scatter-body' },
    tokens: { Scatter: 'mark', In: 'mark', Spacing: 'mark' },
  },
  expression: {
    calls: { or_1: 'condition', expression1: 'then-value', expression2: 'else-value', or_2: 'same' },
    tokens: { If: 'conditional', Then: 'mark', Else: 'mark' },
  },
  or_: { calls: { and_1: 'same', and_2: 'boolean' }, tokens: { Or: 'or' } },
  and_: { calls: { not_1: 'same', not_2: 'boolean' }, tokens: { And: 'and' } },
  not_: { calls: { compare: 'behind-not' }, tokens: { Not: 'not' } },
  compare: {
    calls: { range1: 'left-of-comparison', range2: 'right-of-comparison' },
    tokens: {
      EqualEqual: 'comparison',
      NotEqual: 'comparison',
      LessEqual: 'comparison',
      GreaterEqual: 'comparison',
      Less: 'comparison',
      Greater: 'comparison',
    },
  },
  range: {
    calls: { sum1: 'from-of-range', sum2: 'to-of-range' },
    tokens: { DotDot: 'range', DotDotLess: 'range' },
  },
  sum: { calls: { product1: 'first-of-sum', product2: 'next-of-sum' }, tokens: { Plus: 'sum', Minus: 'sum' } },
  product: {
    calls: { unary1: 'first-of-product', unary2: 'next-of-product' },
    tokens: { Star: 'product', Slash: 'product' },
  },
  unary: { calls: { postfix: 'behind-minus' }, tokens: { Minus: 'minus' } },
  postfix: {
    calls: { primary: 'base-of-access', name: 'member-name', expression: 'index' },
    tokens: { Dot: 'member', LeftBracket: 'index', RightBracket: 'mark' },
  },
  primary: {
    calls: {
      name: 'value-name',
      argument1: 'structure',
      argument2: 'structure',
      expression1: 'in-parentheses',
      expression2: 'tuple-item',
      expression3: 'list-item',
      expression4: 'list-item',
    },
    tokens: {
      Number: 'number',
      Text: 'text',
      Color: 'color',
      Question: 'hole',
      True: 'boolean',
      False: 'boolean',
      LeftParenthesis1: 'open-call',
      Comma1: 'next-argument',
      RightParenthesis1: 'close-call',
      LeftParenthesis2: 'open-parenthesis',
      Comma2: 'next-item',
      RightParenthesis2: 'close-parenthesis',
      LeftBracket: 'open-list',
      Comma3: 'next-in-list',
      RightBracket: 'close-list',
    },
  },
  argument: { calls: { name: 'argument-name', expression: 'argument-value' }, tokens: { Colon: 'mark' } },
  name: { tokens: { Name: 'name' } },
};
