// What writes programs for `diorama generate`: a model on this computer, or a server.

/** One turn of a conversation with a model. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface Draft {
  readonly text: string;
  /** What has to be said of it, such as that its end is missing. */
  readonly notes: readonly string[];
}

export interface Generator {
  /** Whether what is shown on the way is the result: its grammar and types leave nothing to put right. */
  readonly isFinal: boolean;
  /**
   * @param seed The same seed, the same program, as far as the model keeps to it.
   * @param show Is given the text as it comes, piece by piece.
   * @throws {Failure} If there can be none.
   */
  write(messages: readonly Message[], seed: number, show: (text: string) => void): Promise<Draft>;
  close(): Promise<void>;
}
