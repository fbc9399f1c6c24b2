import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Turn } from '../drawing/turn';
import { widthOf, compact } from '../tensor-view/numbers';
import { fill } from '../words/fill';
import { wrongCells } from './comparing';
import { formula, termTable } from './formula';
import './heat-map';
import type { Shown } from './heat-map';
import type { At, Axis, MapSpec, Mark, Step } from './model';
import { notes } from './notes';
import { Player, shapeText, type Play } from './player';
import type { HeldRun, Run } from './run';
import { settingsForm } from './settings-form';
import type { Given } from './tensor';
import type { TextKey, Texts } from './texts';
import { transport } from './transport';
import { styles } from './window-player.styles';

/** Milliseconds from one step to the next at speed 1. */
const PACE = 900;
/** More columns than this are written smaller. */
const MANY_COLUMNS = 9;

/**
 * Plays one of the eight operations on its arguments, step by step: the window moves over the input, its output cell
 * lights up, and the formula shows the very numbers.
 *
 * @fires step-changed with the step and how many there are
 */
@customElement('stride-window-player')
export class WindowPlayer extends LitElement {
  static override styles = styles;

  /** The operation and its arguments. */
  @property({ attribute: false }) play?: Play;
  /** What the learner’s code gave, by the names of the parts; drawn over what is right. */
  @property({ attribute: false }) got: Record<string, Given> = {};
  /** The windows that the learner’s code took; drawn over the right ones. */
  @property({ attribute: false }) run?: Run;
  @property({ attribute: false }) texts: Texts = {};
  /** Whether sizes and numbers stay as they are. */
  @property({ type: Boolean }) fixed = false;

  @state() private playing = false;
  @state() private speed = 1;
  @state() private spoken = '';
  @state() private open = false;

  @query('.player') private section!: HTMLElement;

  private player?: Player;
  private timer = 0;
  private heldRun?: HeldRun;
  private readonly turn = new Turn(this);

  private readonly changes = {
    resize: (name: string, value: number) => this.change((player) => player.resize(name, value)),
    setMode: (mode: 'max' | 'average') => this.change((player) => player.setMode(mode)),
    reset: () => {
      this.change((player) => player.reset());
      // The button is gone
      this.section.focus();
    },
  };

  /** The step that is shown, counted from 0. */
  get step(): number {
    return this.player?.step ?? 0;
  }

  /** Shows a step, as if the learner had gone there. */
  show(step: number) {
    this.pause();
    this.go(step, true);
  }

  start() {
    const { player } = this;
    if (!player || player.problem || this.playing) {
      return;
    }
    if (player.step === player.scene.length - 1) {
      this.go(0, false);
    }
    this.playing = true;
    this.wait();
  }

  pause() {
    clearTimeout(this.timer);
    this.playing = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.pause();
  }

  protected override async scheduleUpdate() {
    if (!this.hasUpdated) {
      await this.turn.came;
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('play') || changed.has('got') || changed.has('run')) {
      this.pause();
      this.player = this.play && new Player(this.play, this.got ?? {}, this.run ?? undefined);
      this.heldRun = this.player?.held;
      this.spoken = '';
    }
  }

  private wait() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const { player } = this;
      if (!player || player.problem || player.step >= player.scene.length - 1) {
        this.pause();
        return;
      }
      this.go(player.step + 1, false);
      this.wait();
    }, PACE / this.speed);
  }

  private go(step: number, byHand: boolean) {
    const { player } = this;
    if (!player || player.problem) {
      return;
    }
    player.show(step);
    this.spoken = byHand ? this.sentence(player.scene.step(player.at)) : this.spoken;
    this.requestUpdate();
    const detail = { step: player.step, length: player.scene.length };
    this.dispatchEvent(new CustomEvent('step-changed', { detail }));
  }

  /** The learner changes what is played. */
  private change(how: (player: Player) => void) {
    this.pause();
    how(this.player!);
    this.heldRun = this.player!.held;
    this.requestUpdate();
  }

  private say(key: TextKey, words: Record<string, string | number> = {}) {
    return fill(this.texts[key], words);
  }

  private sentence({ sentence }: Step) {
    return this.say(sentence.key, sentence.words);
  }

  protected override render() {
    const { player } = this;
    if (!player) {
      return nothing;
    }
    return html`
      <div
        class="player"
        role="group"
        tabindex="0"
        aria-label=${this.say('label', { name: player.operation })}
        aria-describedby=${player.problem ? nothing : 'keys'}
        style="--glide:${Math.round(Math.min(220, (PACE / this.speed) * 0.45))}ms"
        @keydown=${this.onKeyDown}
      >
        ${this.fixed ? nothing : settingsForm(player, this.texts, this.changes)} ${player.problem ? this.problem(player) : this.screen(player)}
      </div>
    `;
  }

  private problem({ problem }: Player) {
    const words = this.say(problem!.key, problem!.words).split('`');
    return html`
      <p class="problem" role="alert">${words.map((part, i) => (i % 2 === 0 ? part : html`<code>${part}</code>`))}</p>
    `;
  }

  private screen(player: Player): TemplateResult {
    const { at, scene } = player;
    const step = scene.step(at);
    const digits = Math.max(2, ...scene.panels.flatMap(({ maps }) => maps.map(widest)));
    const many = scene.panels.some(({ maps }) => maps.some((map) => map.columns > MANY_COLUMNS));
    return html`
      ${notes(player, this.heldRun, this.texts, (place) => this.showPlace(place))} ${this.choices(player, at)}
      <div class="stage ${many ? 'wide' : ''}" style="--digits:${digits}">
        ${scene.panels.map(
          ({ code, maps }) => html`
            <div class="panel">
              ${code ? html`<code>${code}</code>` : nothing}
              <div class="maps">${stacks(maps).map((stack) => this.stack(player, at, step, stack))}</div>
            </div>
          `,
        )}
      </div>
      ${transport(
        { step: player.step, length: scene.length, playing: this.playing, speed: this.speed },
        this.texts,
        {
          show: (to) => this.show(to),
          toggle: () => (this.playing ? this.pause() : this.start()),
          hurry: (speed) => (this.speed = speed),
        },
      )}
      <div class="working">
        <div class="lines">${formula(step.lines, this.texts)}</div>
        <p class="sentence">${this.sentence(step)}</p>
        ${this.terms(step)}
      </div>
      <p class="spoken" role="status">${this.spoken}</p>
    `;
  }

  /** Which example, filter and channel is shown; those that the steps go through follow them. */
  private choices(player: Player, at: At) {
    const { loop, channels } = player.scene;
    const all: [Axis, number][] = [
      ...loop.filter(([axis]) => axis !== 'row' && axis !== 'column').map(([axis, length]): [Axis, number] => [axis, length]),
      ['channel', channels],
    ];
    const several = all.filter(([, length]) => length > 1);
    const key = { example: 'example', filter: 'filterChoice', channel: 'channelChoice' } as Record<Axis, TextKey>;
    return several.length === 0
      ? nothing
      : html`
          <div class="choices">
            ${several.map(
              ([axis, length]) => html`
                <label>
                  ${this.say(key[axis])}
                  <select
                    .value=${String(at[axis])}
                    @change=${(event: Event) => this.choose(axis, Number((event.target as HTMLSelectElement).value))}
                  >
                    ${Array.from({ length }, (_, i) => html`<option value=${i} ?selected=${i === at[axis]}>${i}</option>`)}
                  </select>
                  <span class="muted">${this.say('of', { count: length })}</span>
                </label>
              `,
            )}
          </div>
        `;
  }

  private showPlace(place: Partial<At>) {
    const { player } = this;
    for (const [axis, index] of Object.entries(place) as [Axis, number][]) {
      player!.choose(axis, index);
    }
    this.show(player!.step);
  }

  private stack(player: Player, at: At, step: Step, maps: MapSpec[]) {
    const glyph = maps[0]!.glyph;
    return html`
      <div class="glyphed">
        ${glyph ? html`<span class="glyph" aria-hidden="true">${glyph}</span>` : nothing}
        <div class="stack">
          ${maps.map(
            (map) => html`
              <stride-heat-map
                id=${map.id}
                style=${map.narrow ? `--w:${widest(map) < 2.5 ? 1.5 : 2}rem` : ''}
                .shown=${this.shown(player, at, step, map)}
                .texts=${this.texts}
                @cell-edited=${({ detail }: CustomEvent) =>
                  this.change((it) => it.edit(map, detail.row, detail.column, detail.value))}
              ></stride-heat-map>
            `,
          )}
        </div>
      </div>
    `;
  }

  private shown(player: Player, at: At, step: Step, map: MapSpec): Shown {
    const values = map.values(at);
    const got = map.grows && at.step < player.scene.length - 1 ? undefined : player.gotOf(map.part);
    const kind = map.bool ? 'bool' : map.whole ? 'int' : 'float';
    return {
      title: this.say(map.title),
      plane: map.plane(at),
      shape: map.shape.length === 0 ? '' : shapeText(map.shape),
      rows: map.rows,
      columns: map.columns,
      padding: map.padding,
      kind,
      limit: map.limit,
      values,
      marks: [...(step.marks[map.id] ?? []), ...this.runMarks(map, at)],
      wrong: got && wrongCells(map, at, got, player.scene.results[map.part!]!, values),
      editable: !this.fixed && map.edits !== undefined,
    };
  }

  private runMarks(map: MapSpec, at: At): Mark[] {
    const box = map.id === 'input' ? this.heldRun?.windowAt(at) : undefined;
    if (!box) {
      return [];
    }
    // Slices of NumPy's end where the array ends
    const rows = [Math.min(box.rows[0], map.rows), Math.min(box.rows[1], map.rows)] as const;
    const columns = [Math.min(box.columns[0], map.columns), Math.min(box.columns[1], map.columns)] as const;
    return [{ kind: 'yours', rows, columns }];
  }

  private terms(step: Step) {
    const count = step.lines.reduce((total, line) => total + line.terms.length, 0);
    return count === 0 ? nothing : html`
      <details @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
        <summary>${this.say('terms', { count })}</summary>
        ${this.open
          ? html`<div class="terms" tabindex="0" role="group" aria-label=${this.say('terms', { count })}>
              ${termTable(step.lines, this.texts)}
            </div>`
          : nothing}
      </details>
    `;
  }

  private choose(axis: Axis, index: number) {
    this.player!.choose(axis, index);
    this.show(this.player!.step);
  }

  private onKeyDown(event: KeyboardEvent) {
    const { player } = this;
    const target = event.composedPath()[0] as HTMLElement;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !player || player.problem) {
      return;
    }
    if (target.matches('select, input:not([type=range]), td, .terms')) {
      return;
    }
    const to: Record<string, number> = {
      ArrowLeft: player.step - 1,
      ArrowRight: player.step + 1,
      Home: 0,
      End: player.scene.length - 1,
    };
    if (event.key in to) {
      event.preventDefault();
      this.show(to[event.key]!);
    } else if (event.key === ' ' && !target.matches('button, summary')) {
      event.preventDefault();
      if (this.playing) {
        this.pause();
      } else {
        this.start();
      }
    }
  }
}

/** Maps that stand below each other. */
function stacks(maps: readonly MapSpec[]): MapSpec[][] {
  const result: MapSpec[][] = [];
  for (const map of maps) {
    if (map.under && result.length > 0) {
      result.at(-1)!.push(map);
    } else {
      result.push([map]);
    }
  }
  return result;
}

/** About how many digits the widest number of a map has. */
function widest({ limit, whole, bool }: MapSpec): number {
  return bool ? 4.6 : widthOf(compact(-limit, whole ? 'int' : 'float'));
}

declare global {
  interface HTMLElementTagNameMap {
    'stride-window-player': WindowPlayer;
  }
}
