// The diagnostics of the checker: one file a code, with its page, its wording and its repair.
import type { ProblemPage } from '@diorama/diagnostics';
import { declaredBelowPage } from './declared-below.ts';
import { deepPrefabsPage } from './deep-prefabs.ts';
import { differentBranchesPage } from './different-branches.ts';
import { divisionByZeroPage } from './division-by-zero.ts';
import { duplicateNamePage } from './duplicate-name.ts';
import { emptyChoicePage } from './empty-choice.ts';
import { emptyRangePage } from './empty-range.ts';
import { exclusivePropertiesPage } from './exclusive-properties.ts';
import { ignoredElementsPage } from './ignored-elements.ts';
import { importCyclePage } from './import-cycle.ts';
import { impossibleSumPage } from './impossible-sum.ts';
import { indexOutOfRangePage } from './index-out-of-range.ts';
import { invalidColorPage } from './invalid-color.ts';
import { kindAsNamePage } from './kind-as-name.ts';
import { longExpressionPage } from './long-expression.ts';
import { longTuplePage } from './long-tuple.ts';
import { loopStepPage } from './loop-step.ts';
import { malformedAssetIdPage } from './malformed-asset-id.ts';
import { misplacedSettingPage } from './misplaced-setting.ts';
import { missingArgumentPage } from './missing-argument.ts';
import { missingPropertyPage } from './missing-property.ts';
import { misusedAnnotationPage } from './misused-annotation.ts';
import { mixedDimensionsPage } from './mixed-dimensions.ts';
import { mixedFramesPage } from './mixed-frames.ts';
import { mixedSpacesPage } from './mixed-spaces.ts';
import { noChildrenPage } from './no-children.ts';
import { noDirectionPage } from './no-direction.ts';
import { noEmbeddingsPage } from './no-embeddings.ts';
import { notAnIntegerPage } from './not-an-integer.ts';
import { notFinitePage } from './not-finite.ts';
import { notIterablePage } from './not-iterable.ts';
import { notSafetensorsPage } from './not-safetensors.ts';
import { outOfRangePage } from './out-of-range.ts';
import { poorMatchPage } from './poor-match.ts';
import { positionalAfterNamedPage } from './positional-after-named.ts';
import { propertyAsNamePage } from './property-as-name.ts';
import { recursionPage } from './recursion.ts';
import { repeatedArgumentPage } from './repeated-argument.ts';
import { repeatedPropertyPage } from './repeated-property.ts';
import { repeatedSettingPage } from './repeated-setting.ts';
import { reservedParameterPage } from './reserved-parameter.ts';
import { reversedBoundsPage } from './reversed-bounds.ts';
import { strayWordPage } from './stray-word.ts';
import { tooManyArgumentsPage } from './too-many-arguments.ts';
import { tooManyFilesPage } from './too-many-files.ts';
import { tooManyInstancesPage } from './too-many-instances.ts';
import { tooMuchWorkPage } from './too-much-work.ts';
import { typeArgumentPage } from './type-argument.ts';
import { unknownAnnotationPage } from './unknown-annotation.ts';
import { unknownArgumentPage } from './unknown-argument.ts';
import { unknownAssetPage } from './unknown-asset.ts';
import { unknownFunctionPage } from './unknown-function.ts';
import { unknownImportPage } from './unknown-import.ts';
import { unknownKindPage } from './unknown-kind.ts';
import { unknownMemberPage } from './unknown-member.ts';
import { unknownNamePage } from './unknown-name.ts';
import { unknownPropertyPage } from './unknown-property.ts';
import { unknownRowPage } from './unknown-row.ts';
import { unknownTypePage } from './unknown-type.ts';
import { unknownUnitPage } from './unknown-unit.ts';
import { unknownWordPage } from './unknown-word.ts';
import { unreadableFilePage } from './unreadable-file.ts';
import { unsolvedHolePage } from './unsolved-hole.ts';
import { unusedLetPage } from './unused-let.ts';
import { viewInFramePage } from './view-in-frame.ts';
import { wordAsNamePage } from './word-as-name.ts';
import { wrongClassPage } from './wrong-class.ts';
import { wrongDimensionPage } from './wrong-dimension.ts';
import { wrongDrawPage } from './wrong-draw.ts';
import { wrongTypePage } from './wrong-type.ts';
import { zeroRotationPage } from './zero-rotation.ts';

export { declaredBelow, declaredByItself } from './declared-below.ts';
export { deepNesting, deepPrefabs } from './deep-prefabs.ts';
export { differentBranches } from './different-branches.ts';
export { divisionByZero } from './division-by-zero.ts';
export { duplicateName } from './duplicate-name.ts';
export { emptyList, reversedRange } from './empty-choice.ts';
export { emptyRange } from './empty-range.ts';
export { exclusiveProperties } from './exclusive-properties.ts';
export { IGNORED_ELEMENTS, ignoredElements } from './ignored-elements.ts';
export { importCycle } from './import-cycle.ts';
export { impossibleSum, notAPoint } from './impossible-sum.ts';
export { indexOutOfRange } from './index-out-of-range.ts';
export { invalidColor } from './invalid-color.ts';
export { kindAsName } from './kind-as-name.ts';
export { longChain } from './long-expression.ts';
export { longTuple } from './long-tuple.ts';
export { missingStep, stepOverList, zeroStep } from './loop-step.ts';
export { malformedAssetId } from './malformed-asset-id.ts';
export { misplacedSetting } from './misplaced-setting.ts';
export { missingArgument } from './missing-argument.ts';
export { MISSING_PROPERTY, missingProperty, PARAMETER_SOURCE } from './missing-property.ts';
export {
  annotationArguments,
  annotationNotLiteral,
  misplacedAnnotation,
  repeatedAnnotation,
} from './misused-annotation.ts';
export { mixedArguments, mixedDimensions } from './mixed-dimensions.ts';
export { mixedFrames } from './mixed-frames.ts';
export { mixedEmbeddings, mixedSpaces } from './mixed-spaces.ts';
export { noChildren } from './no-children.ts';
export { facingItself, stillPath, targetInEye } from './no-direction.ts';
export { noEmbeddings } from './no-embeddings.ts';
export { notInteger } from './not-an-integer.ts';
export { notFinite } from './not-finite.ts';
export { notIterable } from './not-iterable.ts';
export { notSafetensors } from './not-safetensors.ts';
export { outOfRange, shortPath, wrongOrder } from './out-of-range.ts';
export { poorMatch } from './poor-match.ts';
export { positionalAfterNamed } from './positional-after-named.ts';
export { propertyAsName } from './property-as-name.ts';
export { mutualRecursion, recursion } from './recursion.ts';
export { repeatedArgument } from './repeated-argument.ts';
export { repeatedProperty } from './repeated-property.ts';
export { repeatedSetting } from './repeated-setting.ts';
export { reservedParameter } from './reserved-parameter.ts';
export { emptyRing, reversedClamp } from './reversed-bounds.ts';
export { strayWord } from './stray-word.ts';
export { tooManyArguments } from './too-many-arguments.ts';
export { tooManyFiles } from './too-many-files.ts';
export { tooManyInstances } from './too-many-instances.ts';
export { longList, tooMuchWork } from './too-much-work.ts';
export { missingTypeArgument, needlessTypeArgument } from './type-argument.ts';
export { unknownAnnotation } from './unknown-annotation.ts';
export { unknownArgument } from './unknown-argument.ts';
export { unknownAsset } from './unknown-asset.ts';
export { calledArgument, calledElement, unknownFunction } from './unknown-function.ts';
export { unknownImport } from './unknown-import.ts';
export { unknownKind } from './unknown-kind.ts';
export { unknownMember } from './unknown-member.ts';
export { functionAsName, unknownName } from './unknown-name.ts';
export { loosePoint, meantProperty, unknownProperty } from './unknown-property.ts';
export { unknownRow } from './unknown-row.ts';
export { unknownType } from './unknown-type.ts';
export { unknownUnit } from './unknown-unit.ts';
export { unfitWord, unknownWord } from './unknown-word.ts';
export { unreadableFile } from './unreadable-file.ts';
export { UNSOLVED_HOLE, unsolvedHole } from './unsolved-hole.ts';
export { unusedLet } from './unused-let.ts';
export { viewInFrame } from './view-in-frame.ts';
export { wordAsName } from './word-as-name.ts';
export { type Suggestion, suggest } from './wording.ts';
export { sometimesWrongClass, wrongClass } from './wrong-class.ts';
export { type Form, multiplied, UNIT_OF, wrongDimension } from './wrong-dimension.ts';
export { severalValues, twoBounds, wrongDrawArgument } from './wrong-draw.ts';
export { wrongOperand, wrongType } from './wrong-type.ts';
export { zeroRotation } from './zero-rotation.ts';

/** The pages of all codes of the checker. */
export const CHECKER_PAGES: readonly ProblemPage[] = [
  declaredBelowPage,
  deepPrefabsPage,
  differentBranchesPage,
  divisionByZeroPage,
  duplicateNamePage,
  emptyChoicePage,
  emptyRangePage,
  exclusivePropertiesPage,
  ignoredElementsPage,
  importCyclePage,
  impossibleSumPage,
  indexOutOfRangePage,
  invalidColorPage,
  kindAsNamePage,
  longExpressionPage,
  longTuplePage,
  loopStepPage,
  malformedAssetIdPage,
  misplacedSettingPage,
  missingArgumentPage,
  missingPropertyPage,
  misusedAnnotationPage,
  mixedDimensionsPage,
  mixedFramesPage,
  mixedSpacesPage,
  noChildrenPage,
  noDirectionPage,
  noEmbeddingsPage,
  notAnIntegerPage,
  notFinitePage,
  notIterablePage,
  notSafetensorsPage,
  outOfRangePage,
  poorMatchPage,
  positionalAfterNamedPage,
  propertyAsNamePage,
  recursionPage,
  repeatedArgumentPage,
  repeatedPropertyPage,
  repeatedSettingPage,
  reservedParameterPage,
  reversedBoundsPage,
  strayWordPage,
  tooManyArgumentsPage,
  tooManyFilesPage,
  tooManyInstancesPage,
  tooMuchWorkPage,
  typeArgumentPage,
  unknownAnnotationPage,
  unknownArgumentPage,
  unknownAssetPage,
  unknownFunctionPage,
  unknownImportPage,
  unknownKindPage,
  unknownMemberPage,
  unknownNamePage,
  unknownPropertyPage,
  unknownRowPage,
  unknownTypePage,
  unknownUnitPage,
  unknownWordPage,
  unreadableFilePage,
  unsolvedHolePage,
  unusedLetPage,
  viewInFramePage,
  wordAsNamePage,
  wrongClassPage,
  wrongDimensionPage,
  wrongDrawPage,
  wrongTypePage,
  zeroRotationPage,
];
