import type { Operation, OperationName } from '../model.ts';
import { convBackward } from './conv-backward.ts';
import { convForward } from './conv-forward.ts';
import { convSingleStep } from './conv-single-step.ts';
import { createMask } from './create-mask.ts';
import { distributeValue } from './distribute-value.ts';
import { poolBackward } from './pool-backward.ts';
import { poolForward } from './pool-forward.ts';
import { zeroPad } from './zero-pad.ts';

export const operations: Record<OperationName, Operation> = {
  zero_pad: zeroPad,
  conv_single_step: convSingleStep,
  conv_forward: convForward,
  pool_forward: poolForward,
  conv_backward: convBackward,
  create_mask_from_window: createMask,
  distribute_value: distributeValue,
  pool_backward: poolBackward,
};
