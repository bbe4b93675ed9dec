import { useTranslation } from 'react-i18next';
import type { Step } from './api';

/** A step as a plain sentence. */
export function StepSentence({ step, nameOf }: { step: Step; nameOf: (ref?: string) => string }) {
  const { t } = useTranslation();
  const { kind, newUnit, parts = [], from = [] } = step;
  const made = newUnit ? t('reorganisations.made', { name: newUnit.name, code: newUnit.code }) : nameOf(step.into);
  const partsText = parts
    .map((part) => {
      const name = part.newUnit
        ? t('reorganisations.made', { name: part.newUnit.name, code: part.newUnit.code })
        : nameOf(part.unit);
      const who = [
        part.officialIds?.length ? t('reorganisations.people', { count: part.officialIds.length }) : null,
        part.unitIds?.length ? part.unitIds.map((id) => nameOf(id)).join(', ') : null,
        part.rest ? t('reorganisations.theRest') : null,
      ].filter((text) => text !== null);
      return who.length > 0 ? `${name} (${who.join('; ')})` : name;
    })
    .join(' – ');
  return (
    <>
      {t(`reorganisations.sentence.${kind}`, {
        unit: nameOf(step.unit),
        parent: nameOf(newUnit?.parent ?? step.parent),
        from: from.map((id) => nameOf(id)).join(', '),
        made,
        changes: [step.name, step.code, step.unitKind && t(`unitKind.${step.unitKind}`)].filter(Boolean).join(' · '),
        parts: partsText,
      })}
    </>
  );
}
