// Lists the page of every problem that parsing reports, from letters to whole items.
import type { ProblemPage } from '@diorama/diagnostics';
import { badEscapePage } from './problems/bad-escape.ts';
import { bareDecimalPointPage } from './problems/bare-decimal-point.ts';
import { chainedComparisonPage } from './problems/chained-comparison.ts';
import { colonForEqualsPage } from './problems/colon-for-equals.ts';
import { elementAsValuePage } from './problems/element-as-value.ts';
import { equalsForColonPage } from './problems/equals-for-colon.ts';
import { extraBracketPage } from './problems/extra-bracket.ts';
import { extraCommaPage } from './problems/extra-comma.ts';
import { extraParenthesesPage } from './problems/extra-parentheses.ts';
import { foreignCommentPage } from './problems/foreign-comment.ts';
import { foreignLoopPage } from './problems/foreign-loop.ts';
import { foreignOperatorPage } from './problems/foreign-operator.ts';
import { foreignWordPage } from './problems/foreign-word.ts';
import { incompleteConditionalPage } from './problems/incomplete-conditional.ts';
import { keywordAsNamePage } from './problems/keyword-as-name.ts';
import { lateImportPage } from './problems/late-import.ts';
import { lonelyAnnotationPage } from './problems/lonely-annotation.ts';
import { mismatchedBracketPage } from './problems/mismatched-bracket.ts';
import { misplacedItemPage } from './problems/misplaced-item.ts';
import { misplacedPropertyPage } from './problems/misplaced-property.ts';
import { missingBodyPage } from './problems/missing-body.ts';
import { missingColonPage } from './problems/missing-colon.ts';
import { missingCommaPage } from './problems/missing-comma.ts';
import { missingEqualsPage } from './problems/missing-equals.ts';
import { missingKeywordPage } from './problems/missing-keyword.ts';
import { missingLetPage } from './problems/missing-let.ts';
import { missingNamePage } from './problems/missing-name.ts';
import { missingParenthesesPage } from './problems/missing-parentheses.ts';
import { missingTypePage } from './problems/missing-type.ts';
import { missingValuePage } from './problems/missing-value.ts';
import { namedPartPage } from './problems/named-part.ts';
import { parenthesesForBracesPage } from './problems/parentheses-for-braces.ts';
import { quotedNamePage } from './problems/quoted-name.ts';
import { semicolonPage } from './problems/semicolon.ts';
import { spacedUnitPage } from './problems/spaced-unit.ts';
import { strayElsePage } from './problems/stray-else.ts';
import { tooDeepPage } from './problems/too-deep.ts';
import { tooLargePage } from './problems/too-large.ts';
import { unclosedBracketPage } from './problems/unclosed-bracket.ts';
import { unexpectedTokenPage } from './problems/unexpected-token.ts';
import { unknownCharacterPage } from './problems/unknown-character.ts';
import { unterminatedCommentPage } from './problems/unterminated-comment.ts';
import { unterminatedTextPage } from './problems/unterminated-text.ts';
import { wrongQuotePage } from './problems/wrong-quote.ts';

/** The page of every problem that parsing reports. */
export const SYNTAX_PAGES: readonly ProblemPage[] = [
  unterminatedTextPage,
  unterminatedCommentPage,
  unknownCharacterPage,
  badEscapePage,
  bareDecimalPointPage,
  wrongQuotePage,
  quotedNamePage,
  foreignCommentPage,
  spacedUnitPage,
  semicolonPage,
  foreignOperatorPage,
  foreignWordPage,
  foreignLoopPage,
  unclosedBracketPage,
  extraBracketPage,
  mismatchedBracketPage,
  tooDeepPage,
  tooLargePage,
  lateImportPage,
  missingValuePage,
  elementAsValuePage,
  missingNamePage,
  keywordAsNamePage,
  missingColonPage,
  equalsForColonPage,
  missingEqualsPage,
  colonForEqualsPage,
  missingLetPage,
  missingCommaPage,
  extraCommaPage,
  missingBodyPage,
  missingParenthesesPage,
  extraParenthesesPage,
  parenthesesForBracesPage,
  namedPartPage,
  missingTypePage,
  missingKeywordPage,
  incompleteConditionalPage,
  chainedComparisonPage,
  strayElsePage,
  lonelyAnnotationPage,
  misplacedPropertyPage,
  misplacedItemPage,
  unexpectedTokenPage,
];
