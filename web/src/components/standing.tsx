import { showDay } from '../lib/dates';
import { useLanguage } from '../lib/language';

/** What its newsroom says of a report: withdrawn, corrected, withheld, not before a time. */
export function Standing({ status, embargo }: { status: string | null | undefined; embargo: string | null | undefined }) {
  const { t, language } = useLanguage();
  const told = status === 'withdrawn' || status === 'corrected' || status === 'withheld' ? status : null;
  return (
    <>
      {told && <strong class={`tag ${told}`}>{t(`standing.${told}`)}</strong>}
      {embargo && <strong class="tag embargo">{t('standing.embargo', { date: `${showDay(embargo, language)}${embargo.length > 15 ? `, ${embargo.slice(11, 16)}` : ''}` })}</strong>}
    </>
  );
}
