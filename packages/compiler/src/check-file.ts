// Turns a file into all that the stages find out about it: its tree, its types, its scene, and what they have to say.
import { type CheckOptions, check, type typed } from '@diorama/checker';
import {
  type FileId,
  hasErrors,
  isUnreadable,
  type Outcome,
  type SourceFile,
  type Unreadable,
  type World,
} from '@diorama/diagnostics';
import { lower } from '@diorama/lowering';
import type { Scene } from '@diorama/scene';
import { type ast, parse } from '@diorama/syntax';
