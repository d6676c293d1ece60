using Bff.Gateway.Graph.Planning;

namespace Bff.Gateway.Limits;

/// <summary>
/// Counts what a document holds without parsing it: one pass over the text, nothing allocated, given up at the first limit.
/// It knows tokens (GraphQL October 2021, section 2.1) and which brackets are open, and nothing else; text that is no GraphQL
/// passes, because the parser says better what is wrong with it.
/// </summary>
internal ref struct DocumentScanner
{
    private readonly ReadOnlySpan<char> text;
    private readonly DocumentLimits limits;
    private int position;
    private int tokens;
    private int nesting;
    private int braces;
    private int parentheses;
    private int aliases;
    private int directives;
    private int fragments;
    private int definitions;
    private bool isInDefinition;

    private DocumentScanner(ReadOnlySpan<char> text, DocumentLimits limits)
    {
        this.text = text;
        this.limits = limits;
    }

    /// <summary>How large the document is.</summary>
    /// <exception cref="LimitError">A limit is exceeded.</exception>
    public static DocumentSize Scan(string document, DocumentLimits limits)
    {
        Check(document.Length, limits.MaxDocumentLength, "characters");
        var scanner = new DocumentScanner(document, limits);
        scanner.Run();
        return new DocumentSize(document.Length, scanner.tokens, scanner.directives);
    }

    private static void Check(int count, int limit, string what)
    {
        if (count > limit)
        {
            throw new LimitError($"The document has more than {limit} {what}.");
        }
    }

    private void Run()
    {
        while (SkipToToken())
        {
            Check(++tokens, limits.MaxTokens, "tokens");
            var c = text[position];
            if (char.IsAsciiLetter(c) || c == '_')
            {
                ReadName();
            }
            else if (c == '"')
            {
                ReadString();
            }
            else if (char.IsAsciiDigit(c) || c == '-')
            {
                ReadNumber();
            }
            else
            {
                ReadPunctuator(c);
            }

            // The next token begins a definition when the braces of the last one are closed.
            isInDefinition = c != '}' || braces > 0;
        }
    }

    private bool SkipToToken()
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '#')
            {
                var end = text[position..].IndexOfAny('\n', '\r');
                position = end < 0 ? text.Length : position + end;
            }
            else if (c is ' ' or '\t' or '\n' or '\r' or ',' or '\uFEFF')
            {
                position++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void ReadName()
    {
        var start = position;
        SkipWhile(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
        Check(position - start, limits.MaxNameLength, "characters in a name");
        if (!isInDefinition && text[start..position] is "fragment")
        {
            Check(++fragments, limits.MaxFragments, "fragments");
        }
    }

    // A sign stands at the beginning and in the exponent only: "1-1" are two numbers, as the parser reads them.
    private void ReadNumber()
    {
        position++;
        while (position < text.Length
            && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '.' or '_' || (text[position] is '+' or '-' && text[position - 1] is 'e' or 'E')))
        {
            position++;
        }
    }

    // A block string ends at three quotes that no backslash stands before; any other at one quote or at the end of its line.
    private void ReadString()
    {
        var isBlock = text[position..].StartsWith("\"\"\"");
        position += isBlock ? 3 : 1;
        while (position < text.Length)
        {
            if (text[position] == '\\')
            {
                position += isBlock && text[(position + 1)..].StartsWith("\"\"\"") ? 4 : isBlock ? 1 : 2;
            }
            else if (isBlock ? text[position..].StartsWith("\"\"\"") : text[position] is '"' or '\n')
            {
                position += isBlock ? 3 : 1;
                return;
            }
            else
            {
                position++;
            }
        }
    }

    private void ReadPunctuator(char c)
    {
        position++;
        switch (c)
        {
            case '{':
                Open();
                if (braces++ == 0 && parentheses == 0)
                {
                    Check(++definitions - fragments, limits.MaxOperations, "operations");
                }

                break;
            case '(':
                Open();
                parentheses++;
                break;
            case '[':
                Open();
                break;
            case '}':
                Close(ref braces);
                break;
            case ')':
                Close(ref parentheses);
                break;
            case ']':
                nesting--;
                break;
            case ':' when parentheses == 0:
                Check(++aliases, limits.MaxAliases, "aliases");
                break;
            case '@':
                Check(++directives, limits.MaxDirectives, "directives");
                break;
        }
    }

    private void Open() => Check(++nesting, limits.MaxNesting, "levels of nesting");

    private void Close(ref int open)
    {
        nesting--;
        open--;
    }

    private void SkipWhile(Func<char, bool> inside)
    {
        position++;
        while (position < text.Length && inside(text[position]))
        {
            position++;
        }
    }
}

/// <summary>How large a document is.</summary>
/// <param name="Characters">Length of its text.</param>
/// <param name="Tokens">How many tokens it has.</param>
/// <param name="Directives">How many directives it has.</param>
internal readonly record struct DocumentSize(int Characters, int Tokens, int Directives);
