import type { Outcome } from 'zerenzhi/authoring';

export const hasPassed = ({ differences, faults }: Outcome): boolean => differences.length + faults.length === 0;
