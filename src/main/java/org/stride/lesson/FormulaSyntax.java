package org.stride.lesson;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Formulas for CommonMark: taken as they stand, before it looks for emphasis and links in them. */
final class FormulaSyntax implements Parser.ParserExtension {
    private static final char DOLLAR = '$';
    private static final String TWO = "$$";

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineContentParserFactory(new Inlines()).customBlockParserFactory(new Blocks());
    }

    /** {@code $…$} within a line. */
    static final class FormulaNode extends CustomNode {
        private final String latex;

        FormulaNode(String latex) {
            this.latex = latex;
        }

        String latex() {
            return latex;
        }
    }

    /** {@code $$…$$} on lines of its own. */
    static final class FormulaBlockNode extends CustomBlock {
        private String latex = "";
        private boolean closed;

        String latex() {
            return latex.strip();
        }

        boolean closed() {
            return closed;
        }
    }

    private static final class Inlines implements InlineContentParserFactory, InlineContentParser {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(DOLLAR);
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            Position start = scanner.position();
            if (scanner.find(DOLLAR) < 1) {
                return ParsedInline.none();
            }
            String latex = scanner.getSource(start, scanner.position()).getContent();
            scanner.next();
            return ParsedInline.of(new FormulaNode(latex.replace('\n', ' ').strip()), scanner.position());
        }
    }

    private static final class Blocks extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int start = state.getNextNonSpaceIndex();
            CharSequence line = state.getLine().getContent();
            return line.toString().startsWith(TWO, start)
                    ? BlockStart.of(new Lines()).atIndex(start + TWO.length())
                    : BlockStart.none();
        }
    }

    private static final class Lines extends AbstractBlockParser {
        private final FormulaBlockNode node = new FormulaBlockNode();

        @Override
        public Block getBlock() {
            return node;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return node.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String text = line.getContent().toString().stripTrailing();
            node.closed = text.endsWith(TWO);
            node.latex += (node.closed ? text.substring(0, text.length() - TWO.length()) : text) + "\n";
        }
    }
}
