/**
 * The way of a nomination once more, written by hand: what each line of the trail may have been, from which state to
 * which. The product says it in `rules/transitions.ts`; here it has something to disagree with.
 */
type Ways = Readonly<Record<string, string>>;

const ACCEPTED = ['approved', 'decided', 'enrolled', 'studying'];
const UNDER_WAY = ['submitted', 'returned', ...ACCEPTED];
/** The state of what does not exist yet. */
const NOTHING = 'nothing';

const all = (from: readonly string[], to: string): Ways => Object.fromEntries(from.map((state) => [state, to]));

const WAYS: Readonly<Record<string, Ways>> = {
  seated: { [NOTHING]: 'submitted' },
  waitlisted: { [NOTHING]: 'submitted' },
  approved: { submitted: 'approved' },
  returned: { submitted: 'returned' },
  submitted: { returned: 'submitted' },
  rejected: all(['submitted', 'returned'], 'rejected'),
  withdrawn: all(UNDER_WAY, 'withdrawn'),
  // From the waitlist, for a seat that somebody hands over.
  left: all(['submitted', 'returned'], 'withdrawn'),
  decided: { approved: 'decided' },
  revoked: all(['decided', 'enrolled'], 'approved'),
  enrolled: all(['approved', 'decided'], 'enrolled'),
  // The class begins, or somebody comes after all.
  studying: all(['approved', 'decided', 'enrolled', 'no-show'], 'studying'),
  replaced: all([...ACCEPTED, 'no-show'], 'replaced'),
  'no-show': { studying: 'no-show' },
  completed: { studying: 'completed' },
  'not-completed': { studying: 'not-completed' },
  resultTakenBack: all(['completed', 'not-completed'], 'studying'),
  lapsed: all(UNDER_WAY, 'lapsed'),
  // Whoever moves leaves the one class and is accepted in the other.
  transferredTo: all(['approved', 'decided', 'enrolled'], 'withdrawn'),
  transferredFrom: { submitted: 'approved' },
};

/** Lines by which a place is handed on: the newcomer begins where the other stood, or at the beginning. */
const HANDED_ON: readonly string[] = ['replacing', 'steppedIn'];

/** States in which a nomination, or what became of it, takes the person's days. */
export const TAKES_DAYS: readonly string[] = [...UNDER_WAY, 'completed'];
/** States that end a nomination so that the person may be nominated anew. */
export const MAY_COME_AGAIN: readonly string[] = ['withdrawn', 'lapsed', 'replaced'];
/** States that nobody has decided on. */
export const UNDECIDED: readonly string[] = ['submitted', 'returned'];

/** Whether a line of the trail changes a state, so that it must be there whenever one changes. */
export const changesState = (line: string): boolean => line in WAYS || HANDED_ON.includes(line);

/** Whether these lines, in some order, lead from the one state to the other, none left over. */
export function explains(before: string | undefined, lines: readonly string[], after: string): boolean {
  const from = before ?? NOTHING;
  if (lines.length === 0) return from === after;
  return lines.some((line, at) => {
    const rest = lines.toSpliced(at, 1);
    return next(from, line).some((to) => explains(to, rest, after));
  });
}

function next(from: string, line: string): readonly string[] {
  if (HANDED_ON.includes(line)) return from === NOTHING ? ['submitted', ...ACCEPTED] : [];
  const to = WAYS[line]?.[from];
  return to === undefined ? [] : [to];
}
