import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

/** The catalogue of training. */
export const usePrograms = () =>
  useQuery({ queryKey: ['programs'], queryFn: () => answer(api.GET('/api/v1/programs')) });
