// Turns the tokens of a section into its tree: one rule a production, each showing the syntax that it accepts. Actions
// build the tree and decide nothing, so the grammar can be read as data: `grammarProductions`.
import type { IToken, Rule, TokenType } from 'chevrotain';
import type * as ast from './ast.ts';
import { numberLiteral, textLiteral } from './literals.ts';
import { RecoveringParser } from './recovery.ts';
import * as t from './tokens.ts';

/** What a section holds: `use` lines, then items. */
export interface SectionTree {
  readonly imports: readonly ast.Import[];
  readonly items: readonly ast.Item[];
}

export class DioramaParser extends RecoveringParser {
  constructor(options: { readonly validate: boolean }) {
    super(t.VOCABULARY, options);
    this.performSelfAnalysis();
  }

  // What a rule gathers in a repetition. Hot rules keep it here, and their alternatives and actions in fields: a closure
  // for each level of each literal would cost a third of the time.
  #links: ast.ChainLink[] | undefined;
  #steps: ast.AccessStep[] | undefined;

  #beginLinks(): ast.ChainLink[] | undefined {
    const outer = this.#links;
    this.#links = undefined;
    return outer;
  }

  #link(start: number, operator: ast.ChainOperator, operand: ast.Expression): void {
    const link: ast.ChainLink = { start, end: operand.end, operator, operand };
    if (this.#links === undefined) this.#links = [link];
    else this.#links.push(link);
  }

  #chain(level: ast.Chain['level'], first: ast.Expression, outer: ast.ChainLink[] | undefined): ast.Expression {
    const rest = this.#links;
    this.#links = outer;
    if (rest === undefined) return first;
    return { kind: 'chain', start: first.start, end: this.endOfLast(), level, first, rest };
  }

  /** `use … from "plants.dio"  let far = 30m  tree { … }` */
  readonly program = this.RULE('program', (): SectionTree => {
    const imports: ast.Import[] = [];
    const items: ast.Item[] = [];
    this.MANY1(() => {
      imports.push(this.SUBRULE(this.import_));
    });
    this.MANY2(() => {
      const item = this.SUBRULE(this.item);
      if (item !== undefined) items.push(item);
    });
    return { imports: imports.length === 0 ? NO_IMPORTS : imports, items: tight(items) };
  });

  /** `use thicket, far as horizon from "plants.dio"` */
  readonly import_ = this.RULE('import_', (): ast.Import => {
    const start = this.CONSUME(t.Use).startOffset;
    const names = [this.SUBRULE1(this.imported)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      names.push(this.SUBRULE2(this.imported));
    });
    this.CONSUME(t.From);
    const from = this.CONSUME(t.Text);
    const path: ast.TextLiteral | ast.Missing =
      from.isInsertedInRecovery === true ? missingAt(from.startOffset) : textLiteral(from);
    return { kind: 'import', start, end: this.endOfLast(), names, from: path };
  });

  /** `far as horizon` */
  readonly imported = this.RULE('imported', (): ast.ImportedName => {
    const name = this.SUBRULE1(this.name);
    let alias: ast.Name | undefined;
    this.OPTION(() => {
      this.CONSUME(t.As);
      alias = this.SUBRULE2(this.name);
    });
    const { start } = name;
    const end = this.endOfLast();
    return alias === undefined
      ? { kind: 'imported-name', start, end, name }
      : { kind: 'imported-name', start, end, name, alias };
  });

  /** `let … ` or `prefab …` or a statement */
  readonly item = this.RULE('item', (): ast.Item | undefined => this.OR(this.#items));
  readonly #items = [
    { ALT: (): ast.Item | undefined => this.SUBRULE(this.let_) },
    { ALT: (): ast.Item | undefined => this.SUBRULE(this.prefab) },
    { ALT: (): ast.Item | undefined => this.SUBRULE(this.statement) },
  ];

  /** `let far: Length = 30m` */
  readonly let_ = this.RULE('let_', (): ast.Let => {
    const start = this.CONSUME(t.Let).startOffset;
    const name = this.SUBRULE(this.name);
    let type: ast.TypeName | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Colon);
      type = this.SUBRULE(this.type);
    });
    this.CONSUME(t.Equal);
    const value = this.SUBRULE(this.expression);
    const end = this.endOfLast();
    return type === undefined
      ? { kind: 'let', start, end, name, value }
      : { kind: 'let', start, end, name, type, value };
  });

  /** `Length`, `List[Length]` */
  readonly type = this.RULE('type', (): ast.TypeName => {
    const name = this.SUBRULE(this.name);
    let argument: ast.TypeName | undefined;
    this.OPTION(() => {
      this.CONSUME(t.LeftBracket);
      argument = this.SUBRULE(this.type);
      this.CONSUME(t.RightBracket);
    });
    const { start } = name;
    const end = this.endOfLast();
    return argument === undefined
      ? { kind: 'type-name', start, end, name }
      : { kind: 'type-name', start, end, name, argument };
  });

  /** `prefab thicket(count: Integer = 8) { … }` */
  readonly prefab = this.RULE('prefab', (): ast.Prefab => {
    const start = this.CONSUME(t.Prefab).startOffset;
    const name = this.SUBRULE(this.name);
    const parameters: ast.Parameter[] = [];
    this.CONSUME(t.LeftParenthesis);
    this.OPTION(() => {
      parameters.push(this.SUBRULE1(this.param));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        parameters.push(this.SUBRULE2(this.param));
      });
    });
    this.CONSUME(t.RightParenthesis);
    const body = this.SUBRULE(this.body);
    return { kind: 'prefab', start, end: this.endOfLast(), name, parameters, body };
  });

  /** `count: Integer = 8` */
  readonly param = this.RULE('param', (): ast.Parameter => {
    const name = this.SUBRULE(this.name);
    this.CONSUME(t.Colon);
    const written = this.SUBRULE(this.type);
    let value: ast.Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Equal);
      value = this.SUBRULE(this.expression);
    });
    const { start } = name;
    const end = this.endOfLast();
    const type = written.name?.text === '' ? missingAt(written.start) : written;
    return value === undefined
      ? { kind: 'parameter', start, end, name, type }
      : { kind: 'parameter', start, end, name, type, default: value };
  });

  /** `{ let a = 1  bush { … } }` */
  readonly body = this.RULE('body', (): ast.Body => {
    const start = this.CONSUME(t.LeftBrace).startOffset;
    const items: (ast.Let | ast.Statement)[] = [];
    this.MANY(() => {
      const item = this.OR([{ ALT: () => this.SUBRULE(this.let_) }, { ALT: () => this.SUBRULE(this.statement) }]);
      if (item !== undefined) items.push(item);
    });
    this.CONSUME(t.RightBrace);
    return { kind: 'body', start, end: this.endOfLast(), items };
  });

  /** `@pixels(1582) tree { … }`; also `for`, `if` and `scatter` */
  readonly statement = this.RULE('statement', (): ast.Statement | undefined => {
    let annotations: ast.Annotation[] | undefined;
    this.MANY(() => {
      const annotation = this.SUBRULE(this.annotation);
      if (annotations === undefined) annotations = [annotation];
      else annotations.push(annotation);
    });
    const statement = this.OR(this.#statements);
    return statement === undefined || annotations === undefined ? statement : annotated(statement, annotations);
  });
  readonly #statements = [
    { ALT: (): ast.Statement | undefined => this.SUBRULE(this.element) },
    { ALT: (): ast.Statement | undefined => this.SUBRULE(this.for_) },
    { ALT: (): ast.Statement | undefined => this.SUBRULE(this.if_) },
    { ALT: (): ast.Statement | undefined => this.SUBRULE(this.scatter) },
  ];

  /** `@pixels(1582)` */
  readonly annotation = this.RULE('annotation', (): ast.Annotation => {
    const start = this.CONSUME(t.At).startOffset;
    const name = this.SUBRULE(this.name);
    const args: ast.Expression[] = [];
    this.CONSUME(t.LeftParenthesis);
    this.OPTION(() => {
      args.push(this.SUBRULE1(this.expression));
      this.MANY(() => {
        this.CONSUME(t.Comma);
        args.push(this.SUBRULE2(this.expression));
      });
    });
    this.CONSUME(t.RightParenthesis);
    return { kind: 'annotation', start, end: this.endOfLast(), name, arguments: tight(args) };
  });

  /** `tree oak { at: (0, -8), height: 9m }` */
  readonly element = this.RULE('element', (): ast.Element | undefined => {
    const name = this.SUBRULE1(this.name);
    const label = this.OPTION(this.#label);
    const body = this.SUBRULE(this.elementBody);
    if (body === undefined) return undefined;
    const { start } = name;
    const end = this.endOfLast();
    return label === undefined
      ? { kind: 'element', start, end, annotations: NO_ANNOTATIONS, name, body }
      : { kind: 'element', start, end, annotations: NO_ANNOTATIONS, name, label, body };
  });

  readonly #label = (): ast.Name => this.SUBRULE2(this.name);

  /** `{ at: (0, -8), height: 9m  bush { … } }`; nothing stands for a body that is not there */
  readonly elementBody = this.RULE('elementBody', (): ast.ElementBody | undefined => {
    const open = this.CONSUME(t.LeftBrace);
    const entries: (ast.Field | ast.Let | ast.Statement)[] = [];
    this.MANY(() => {
      const entry = this.OR(this.#entries);
      if (entry !== undefined) entries.push(entry);
    });
    this.CONSUME(t.RightBrace);
    if (open.isInsertedInRecovery === true) return undefined;
    return { kind: 'element-body', start: open.startOffset, end: this.endOfLast(), entries: tight(entries) };
  });

  readonly #entries = [
    {
      ALT: (): ast.Field | undefined => {
        const field = this.SUBRULE(this.field);
        this.OPTION(this.#comma);
        return field;
      },
    },
    { ALT: (): ast.Let | undefined => this.SUBRULE(this.let_) },
    { ALT: () => this.SUBRULE(this.statement) },
  ];
  readonly #comma = (): void => {
    this.CONSUME(t.Comma);
  };

  /** `height: 9m` */
  readonly field = this.RULE('field', (): ast.Field => {
    const name = this.SUBRULE(this.name);
    this.CONSUME(t.Colon);
    const value = this.SUBRULE(this.expression);
    return { kind: 'field', start: name.start, end: value.end, name, value };
  });

  /** `for i in 0..<5 step 2 { … }` */
  readonly for_ = this.RULE('for_', (): ast.For => {
    const start = this.CONSUME(t.For).startOffset;
    const variable = this.SUBRULE(this.name);
    this.CONSUME(t.In);
    const values = this.SUBRULE1(this.expression);
    let step: ast.Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Step);
      step = this.SUBRULE2(this.expression);
    });
    const body = this.SUBRULE(this.body);
    const head = { kind: 'for', start, end: this.endOfLast(), annotations: NO_ANNOTATIONS, variable, values } as const;
    return step === undefined ? { ...head, body } : { ...head, step, body };
  });

  /** `if lush { … } else if dry { … } else { … }` */
  readonly if_ = this.RULE('if_', (): ast.If => {
    const start = this.CONSUME(t.If).startOffset;
    const condition = this.SUBRULE(this.expression);
    const then = this.SUBRULE1(this.body);
    let otherwise: ast.Body | ast.If | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Else);
      otherwise = this.OR([{ ALT: () => this.SUBRULE(this.if_) }, { ALT: () => this.SUBRULE2(this.body) }]);
    });
    const head = { kind: 'if', start, end: this.endOfLast(), annotations: NO_ANNOTATIONS, condition, then } as const;
    return otherwise === undefined ? head : { ...head, else: otherwise };
  });

  /** `scatter 40 in disk(radius: 12) spacing 0.8 { … }` */
  readonly scatter = this.RULE('scatter', (): ast.Scatter => {
    const start = this.CONSUME(t.Scatter).startOffset;
    const count = this.SUBRULE1(this.expression);
    this.CONSUME(t.In);
    const region = this.SUBRULE2(this.expression);
    let spacing: ast.Expression | undefined;
    this.OPTION(() => {
      this.CONSUME(t.Spacing);
      spacing = this.SUBRULE3(this.expression);
    });
    const body = this.SUBRULE(this.body);
    const end = this.endOfLast();
    const head = { kind: 'scatter', start, end, annotations: NO_ANNOTATIONS, count, region } as const;
    return spacing === undefined ? { ...head, body } : { ...head, spacing, body };
  });

  /** `if a then b else c`, or an `or` */
  readonly expression = this.RULE('expression', (): ast.Expression => this.OR(this.#expressions));
  readonly #expressions = [
    {
      ALT: (): ast.Expression => {
        const start = this.CONSUME(t.If).startOffset;
        const condition = this.SUBRULE1(this.or_);
        this.CONSUME(t.Then);
        const then = this.SUBRULE1(this.expression);
        this.CONSUME(t.Else);
        const otherwise = this.SUBRULE2(this.expression);
        return { kind: 'conditional', start, end: otherwise.end, condition, then, else: otherwise };
      },
    },
    { ALT: (): ast.Expression => this.SUBRULE2(this.or_) },
  ];

  /** `a or b or c` */
  readonly or_ = this.RULE('or_', (): ast.Expression => {
    const first = this.SUBRULE1(this.and_);
    const outer = this.#beginLinks();
    this.MANY(this.#orLink);
    return this.#chain('or', first, outer);
  });
  readonly #orLink = (): void => {
    const { startOffset } = this.CONSUME(t.Or);
    this.#link(startOffset, 'or', this.SUBRULE2(this.and_));
  };

  /** `a and b and c` */
  readonly and_ = this.RULE('and_', (): ast.Expression => {
    const first = this.SUBRULE1(this.not_);
    const outer = this.#beginLinks();
    this.MANY(this.#andLink);
    return this.#chain('and', first, outer);
  });
  readonly #andLink = (): void => {
    const { startOffset } = this.CONSUME(t.And);
    this.#link(startOffset, 'and', this.SUBRULE2(this.not_));
  };

  /** `not a` */
  readonly not_ = this.RULE('not_', (): ast.Expression => {
    const word = this.OPTION(this.#notWord);
    const operand = this.SUBRULE(this.compare);
    return word === undefined ? operand : { kind: 'not', start: word.startOffset, end: operand.end, operand };
  });
  readonly #notWord = (): IToken => this.CONSUME(t.Not);

  /** `a < b`: at most one comparison */
  readonly compare = this.RULE('compare', (): ast.Expression => {
    const left = this.SUBRULE1(this.range);
    const rest = this.OPTION(this.#comparison);
    if (rest === undefined) return left;
    const { operator, right } = rest;
    return { kind: 'comparison', start: left.start, end: this.endOfLast(), operator, left, right };
  });
  readonly #comparison = (): Pick<ast.Comparison, 'operator' | 'right'> => {
    const operator = spelling(this.OR(this.#comparisonOperators)) as ast.Comparison['operator'];
    return { operator, right: this.SUBRULE2(this.range) };
  };
  readonly #comparisonOperators = [
    { ALT: () => this.CONSUME(t.EqualEqual) },
    { ALT: () => this.CONSUME(t.NotEqual) },
    { ALT: () => this.CONSUME(t.LessEqual) },
    { ALT: () => this.CONSUME(t.GreaterEqual) },
    { ALT: () => this.CONSUME(t.Less) },
    { ALT: () => this.CONSUME(t.Greater) },
  ];

  /** `a..b`, `a..<b` */
  readonly range = this.RULE('range', (): ast.Expression => {
    const from = this.SUBRULE1(this.sum);
    const rest = this.OPTION(this.#rangeEnd);
    if (rest === undefined) return from;
    const { to, inclusive } = rest;
    return { kind: 'range', start: from.start, end: this.endOfLast(), from, to, inclusive };
  });
  readonly #rangeEnd = (): Pick<ast.Range, 'to' | 'inclusive'> => {
    const { tokenType } = this.OR(this.#rangeOperators);
    return { to: this.SUBRULE2(this.sum), inclusive: tokenType === t.DotDot };
  };
  readonly #rangeOperators = [{ ALT: () => this.CONSUME(t.DotDot) }, { ALT: () => this.CONSUME(t.DotDotLess) }];

  /** `a + b - c` */
  readonly sum = this.RULE('sum', (): ast.Expression => {
    const first = this.SUBRULE1(this.product);
    const outer = this.#beginLinks();
    this.MANY(this.#sumLink);
    return this.#chain('sum', first, outer);
  });
  readonly #sumLink = (): void => {
    const operator = this.OR(this.#sumOperators);
    this.#link(operator.startOffset, spelling(operator) as '+' | '-', this.SUBRULE2(this.product));
  };
  readonly #sumOperators = [{ ALT: () => this.CONSUME(t.Plus) }, { ALT: () => this.CONSUME(t.Minus) }];

  /** `a * b / c` */
  readonly product = this.RULE('product', (): ast.Expression => {
    const first = this.SUBRULE1(this.unary);
    const outer = this.#beginLinks();
    this.MANY(this.#productLink);
    return this.#chain('product', first, outer);
  });
  readonly #productLink = (): void => {
    const operator = this.OR(this.#productOperators);
    this.#link(operator.startOffset, spelling(operator) as '*' | '/', this.SUBRULE2(this.unary));
  };
  readonly #productOperators = [{ ALT: () => this.CONSUME(t.Star) }, { ALT: () => this.CONSUME(t.Slash) }];

  /** `-a` */
  readonly unary = this.RULE('unary', (): ast.Expression => {
    const minus = this.OPTION(this.#minus);
    const operand = this.SUBRULE(this.postfix);
    return minus === undefined ? operand : { kind: 'negation', start: minus.startOffset, end: operand.end, operand };
  });
  readonly #minus = (): IToken => this.CONSUME(t.Minus);

  /** `oak.at.x`, `heights[2]` */
  readonly postfix = this.RULE('postfix', (): ast.Expression => {
    const base = this.SUBRULE(this.primary);
    const outer = this.#steps;
    this.#steps = undefined;
    this.MANY(this.#step);
    const steps: readonly ast.AccessStep[] | undefined = this.#steps;
    this.#steps = outer;
    if (steps === undefined) return base;
    if (endsInMissingName(steps)) return missingAt(base.start);
    return { kind: 'access', start: base.start, end: this.endOfLast(), base, steps };
  });
  readonly #step = (): void => {
    const step = this.OR(this.#stepKinds);
    if (this.#steps === undefined) this.#steps = [step];
    else this.#steps.push(step);
  };
  readonly #stepKinds = [
    {
      ALT: (): ast.AccessStep => {
        const start = this.CONSUME(t.Dot).startOffset;
        const name = this.SUBRULE(this.name);
        return { kind: 'member', start, end: name.end, name };
      },
    },
    {
      ALT: (): ast.AccessStep => {
        const start = this.CONSUME(t.LeftBracket).startOffset;
        const index = this.SUBRULE(this.expression);
        this.CONSUME(t.RightBracket);
        return { kind: 'index', start, end: this.endOfLast(), index };
      },
    },
  ];

  /** `12.5m`, `"text"`, `#a1b2c3`, `?`, `true`, `far`, `disk(radius: 3)`, `(1, 2)`, `[1, 2]` */
  readonly primary = this.RULE(
    'primary',
    (): ast.Expression => this.OR(this.#primaries) ?? missingAt(this.endOfLast()),
  );
  readonly #primaries = [
    { ALT: () => numberLiteral(this.CONSUME(t.NumberToken)) },
    {
      ALT: (): ast.Expression => {
        const callee = this.SUBRULE(this.name);
        const args = this.OPTION1(this.#callArguments);
        if (callee.text === '') return missingAt(callee.start);
        if (args === undefined) return callee;
        return { kind: 'call', start: callee.start, end: this.endOfLast(), callee, arguments: args };
      },
    },
    {
      ALT: (): ast.Expression => {
        const start = this.CONSUME2(t.LeftParenthesis).startOffset;
        const value = this.SUBRULE1(this.expression);
        let items: ast.Expression[] | undefined;
        this.MANY2(() => {
          this.CONSUME2(t.Comma);
          const item = this.SUBRULE2(this.expression);
          if (items === undefined) items = [value, item];
          else items.push(item);
        });
        this.CONSUME2(t.RightParenthesis);
        const end = this.endOfLast();
        return items === undefined
          ? { kind: 'parenthesized', start, end, value }
          : { kind: 'tuple', start, end, items: tight(items) };
      },
    },
    { ALT: () => textLiteral(this.CONSUME(t.Text)) },
    {
      ALT: (): ast.Expression => {
        const start = this.CONSUME(t.LeftBracket).startOffset;
        const items: ast.Expression[] = [];
        this.OPTION3(() => {
          items.push(this.SUBRULE3(this.expression));
          this.MANY3(() => {
            this.CONSUME3(t.Comma);
            items.push(this.SUBRULE4(this.expression));
          });
        });
        this.CONSUME(t.RightBracket);
        return { kind: 'list', start, end: this.endOfLast(), items };
      },
    },
    {
      ALT: (): ast.Expression => {
        const { startOffset, image } = this.CONSUME(t.Color);
        return { kind: 'color', start: startOffset, end: startOffset + image.length, text: image };
      },
    },
    {
      ALT: (): ast.Expression => {
        const { startOffset: start, isInsertedInRecovery } = this.CONSUME(t.Question);
        return isInsertedInRecovery === true ? missingAt(start) : { kind: 'hole', start, end: start + 1 };
      },
    },
    {
      ALT: (): ast.Expression => {
        const start = this.CONSUME(t.True).startOffset;
        return { kind: 'boolean', start, end: start + 4, value: true };
      },
    },
    {
      ALT: (): ast.Expression => {
        const start = this.CONSUME(t.False).startOffset;
        return { kind: 'boolean', start, end: start + 5, value: false };
      },
    },
  ];
  readonly #callArguments = (): readonly ast.Argument[] => {
    const list: ast.Argument[] = [];
    this.CONSUME1(t.LeftParenthesis);
    this.OPTION2(() => {
      list.push(this.SUBRULE1(this.argument));
      this.MANY1(() => {
        this.CONSUME1(t.Comma);
        list.push(this.SUBRULE2(this.argument));
      });
    });
    this.CONSUME1(t.RightParenthesis);
    return tight(list);
  };

  /** `3`, `radius: 3` */
  readonly argument = this.RULE('argument', (): ast.Argument => {
    const name = this.OPTION(this.#argumentName);
    const value = this.SUBRULE(this.expression);
    return name === undefined
      ? { kind: 'argument', start: value.start, end: value.end, value }
      : { kind: 'argument', start: name.start, end: value.end, name, value };
  });
  readonly #argumentName = (): ast.Name => {
    const name = this.SUBRULE(this.name);
    this.CONSUME(t.Colon);
    return name;
  };

  /** `far`; the words `from`, `as`, `spacing` and `step` are names too */
  readonly name = this.RULE('name', (): ast.Name => {
    const token = this.CONSUME(t.Name);
    const { startOffset, image } = token;
    return { kind: 'name', start: startOffset, end: startOffset + image.length, text: t.nameOf(token) };
  });
}

let parser: DioramaParser | undefined;

/** The one parser, made when first needed. */
export function theParser(): DioramaParser {
  parser ??= new DioramaParser({ validate: false });
  return parser;
}

/** The grammar as data: each production by its name. */
export function grammarProductions(): Readonly<Record<string, Rule>> {
  return theParser().getGAstProductions();
}

/** The token types that the grammar knows, with the category `Name`. */
export function grammarTokens(): readonly TokenType[] {
  return t.VOCABULARY;
}

const NO_ANNOTATIONS: ast.Annotation[] = [];
const NO_IMPORTS: ast.Import[] = [];

/** A list without the room that it kept for more: the lists of a large tree would take a tenth of its memory with it. */
function tight<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}

function missingAt(offset: number): ast.Missing {
  return { kind: 'missing', start: offset, end: offset };
}

/** `oak.`, which says nothing of a value. */
function endsInMissingName(steps: readonly ast.AccessStep[]): boolean {
  const step = steps[steps.length - 1];
  return step?.kind === 'member' && step.name.text === '';
}

/** How the language spells an operator, which may be written otherwise: `−`. Chevrotain records rules with an empty token. */
function spelling(operator: IToken): unknown {
  return operator.tokenType?.PATTERN;
}

function annotated(statement: ast.Statement, annotations: readonly ast.Annotation[]): ast.Statement {
  return { ...statement, start: annotations[0]?.start ?? statement.start, annotations };
}
