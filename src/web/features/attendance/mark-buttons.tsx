import { useTranslation } from 'react-i18next';
import { type Mark, MARKS } from './api';

/** The four ways in which somebody can have been at a session, as large buttons of which one is chosen. */
export function MarkButtons({
  label,
  mark,
  onChoose,
}: {
  /** Of whom. */
  label: string;
  mark: Mark | null;
  onChoose: (mark: Mark) => void;
}) {
  const { t } = useTranslation();
  return (
    <div role="radiogroup" aria-label={label} className="mark-buttons">
      {MARKS.map((one, index) => (
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={mark === one}
          data-mark={one}
          // One stop for the tab key; the arrows go on from there.
          tabIndex={mark === one || (mark === null && index === 0) ? 0 : -1}
          onClick={() => {
            onChoose(one);
          }}
        >
          {t(`attendance.marks.${one}`)}
        </button>
      ))}
    </div>
  );
}
