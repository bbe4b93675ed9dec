/** What somebody said about a unit's places. */
export class QuotaCommentView {
  id: string;
  programId: string;
  unitId: string;
  text: string;
  at: Date;
  /** Name of the account. */
  author: string;
}

export class QuotaComments {
  items: QuotaCommentView[];
}

export class SavedMatrix {
  /** Cells that changed. */
  changed: number;
}
