import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { PlacesField, ProgramField } from './place-fields';

/** Which places something is done with. */
interface PlacesNamed {
  programId: string;
  period: number;
}

/** What a movement says besides its places; what is undefined is left out. */
type Extra<Body> = { [Key in keyof Omit<Body, keyof PlacesNamed | 'places'>]: Body[Key] | undefined };

/**
 * Asks for a movement of places: of which program, how many, and what this movement needs besides.
 * @param extra the rest of what is sent; messages about it belong to the fields in `children`.
 * @param counted whether a number of places is asked for.
 */
export function MovementDialog<Body extends PlacesNamed>({
  title,
  year,
  movement,
  extra,
  submitLabel,
  done,
  counted = true,
  before,
  children,
  onClose,
}: {
  title: string;
  year: number;
  movement: {
    mutate: (body: Body, then: { onSuccess: () => void }) => void;
    isPending: boolean;
    error: Error | null;
  };
  extra: Extra<Body>;
  submitLabel?: string;
  /** What is said once it is done. */
  done?: string;
  counted?: boolean;
  /** What comes first: what this is, or what decides the rest. */
  before?: ReactNode;
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [programId, setProgram] = useState<string | null>(null);
  const [places, setPlaces] = useState(1);
  const errorOf = (field: string): string | undefined => fieldError(movement.error, field);
  const submit = (): void => {
    const body = { programId: programId ?? '', period: year, ...(counted && { places }), ...extra };
    movement.mutate(body as unknown as Body, {
      onSuccess: () => {
        notifyDone(done ?? t('common.saved'));
        onClose();
      },
    });
  };
  return (
    <Dialog
      opened
      title={title}
      submitLabel={submitLabel ?? t('common.save')}
      busy={movement.isPending}
      error={movement.error}
      fields={['programId', 'places', ...Object.keys(extra)]}
      onClose={onClose}
      onSubmit={submit}
    >
      {before}
      <ProgramField value={programId} error={errorOf('programId')} onChange={setProgram} />
      {counted && <PlacesField value={places} error={errorOf('places')} onChange={setPlaces} />}
      {children(errorOf)}
    </Dialog>
  );
}
