import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

/** Units that the reader's own could exchange places with. */
export const useOtherUnits = () =>
  useQuery({ queryKey: ['quotas', 'partners'], queryFn: () => answer(api.GET('/api/v1/quotas/partners')) });
