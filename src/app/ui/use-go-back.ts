/** Back to where the person came from; to a fixed place when the app was opened right here. */
import { useCallback } from 'react';
import { useNavigate } from 'react-router';

/** The router's count of steps made within the app; 0 or nothing: none. */
const steps = (): number => (window.history.state as { idx?: number } | null)?.idx ?? 0;

export function useGoBack(otherwise: string): () => void {
  const navigate = useNavigate();
  return useCallback(() => {
    if (steps() > 0) void navigate(-1);
    else void navigate(otherwise, { replace: true });
  }, [navigate, otherwise]);
}
