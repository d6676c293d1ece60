using System.Text;

namespace Bff.Tests.Edge;

/// <summary>Documents made to cost more than they are worth. Each is small enough to get past the limit on bytes unless its name says so.</summary>
internal static class HostileDocuments
{
    public static IEnumerable<(string Name, string Document)> All()
    {
        yield return ("a megabyte of fields", Wrap(Repeat(200_000, i => "open ")));
        yield return ("a megabyte of spaces", "{ open" + new string(' ', 1_000_000) + "}");
        yield return ("a megabyte of comment", "{ open }\n#" + new string('x', 1_000_000));
        yield return ("a megabyte of block string", "{ echo(text: \"\"\"" + new string('x', 1_000_000) + "\"\"\") }");
        yield return ("a megabyte of braces", new string('{', 1_000_000));
        yield return ("many duplicate fields", Wrap(Repeat(10_000, _ => "open ")));
        yield return ("many aliases", Wrap(Repeat(1_000, i => $"a{i}: open ")));
        yield return ("many directives", "{ open " + Repeat(500, _ => "@include(if: true) ") + "}");
        yield return ("many operations", Repeat(500, i => $"query q{i} {{ open }} "));
        yield return ("many fragments", "{ ...f0 } " + Repeat(500, i => $"fragment f{i} on Query {{ open ...f{i + 1} }} ") + "fragment f500 on Query { open }");
        yield return ("deep selections", Repeat(200, _ => "{ nodes ") + "{ id }" + new string('}', 200));
        yield return ("deep lists in a value", "{ echo(text: " + new string('[', 500) + new string(']', 500) + ") }");
        yield return ("deep objects in a value", "{ echo(text: " + Repeat(500, _ => "{a:") + "1" + new string('}', 500) + ") }");
        yield return ("depth hidden in fragments", "{ nodes { ...f0 } } " + Repeat(30, i => $"fragment f{i} on Node {{ children {{ ...f{i + 1} }} }} ") + "fragment f30 on Node { id }");
        yield return ("doubling fragments", "{ nodes { ...f0 } } "
            + Repeat(13, i => $"fragment f{i} on Node {{ a: children {{ ...f{i + 1} }} b: children {{ ...f{i + 1} }} }} ") + "fragment f13 on Node { id }");
        yield return ("doubling fragments that merge", "{ nodes { ...f0 ...f0 } } "
            + Repeat(13, i => $"fragment f{i} on Node {{ children {{ ...f{i + 1} }} children {{ ...f{i + 1} }} name }} ") + "fragment f13 on Node { id }");
        yield return ("a fragment that is its own", "{ nodes { ...f } } fragment f on Node { children { ...f } }");
        yield return ("fragments in a ring", "{ nodes { ...a } } fragment a on Node { children { ...b } } fragment b on Node { children { ...a } }");
        yield return ("lists in lists", Wrap("nodes(first: 100) { children(first: 100) { children(first: 100) { children(first: 100) { id } } } } "));
        yield return ("many unknown fields", Wrap(Repeat(1_500, i => $"x{i} ")));
        yield return ("numbers joined by signs", "{ echo(text: [" + Repeat(20_000, _ => "1-") + "1]) }");
        yield return ("an alias as long as the document", "{ nodes(first: 100) { " + new string('a', 60_000) + ": id } }");
        yield return ("long strings in doubling fragments", "{ nodes { ...f0 } } "
            + Repeat(12, i => $"fragment f{i} on Node {{ a: children {{ ...f{i + 1} }} b: children {{ ...f{i + 1} }} }} ")
            + "fragment f12 on Node { name(prefix: \"" + new string('x', 50_000) + "\") }");
        yield return ("a list of what is no item, each told apart", "{ nodes(first: [" + Repeat(1_900, _ => "\"x\" ") + "]) { id } }");
        yield return ("an unfinished string", "{ echo(text: \"");
        yield return ("an unfinished block string", "{ echo(text: \"\"\"");
        yield return ("a backslash at the end", "{ echo(text: \"\\");
        yield return ("closing braces only", new string('}', 1_000));
        yield return ("an unknown character", "{ open \u0007 }");
        yield return ("half a surrogate", "{ echo(text: \"\ud800\") nope }");
    }

    /// <summary>Documents on the product's own types: what multiplies there, and what its lists of errors say.</summary>
    public static IEnumerable<(string Name, string Document)> OfProduct()
    {
        yield return ("possible types of interfaces of possible types", "{ __type(name: \"Error\") { " + string.Concat(Enumerable.Repeat("possibleTypes { interfaces { ", 6)) + "name" + string.Concat(Enumerable.Repeat("} } ", 6)) + "} }");
        yield return ("all types and what they may be", "{ __schema { types { " + string.Concat(Enumerable.Repeat("possibleTypes { interfaces { ", 5)) + "name" + string.Concat(Enumerable.Repeat("} } ", 5)) + "} } }");
        yield return ("a list of what is no item", "mutation { createOrder(input: { items: [" + Repeat(1_900, _ => "1 ") + "] }) { errors { __typename } } }");
        yield return ("a list of items that lack all", "mutation { createOrder(input: { items: [" + Repeat(900, _ => "{} ") + "] }) { errors { __typename } } }");
        yield return ("a list of items of what they do not have", "mutation { createOrder(input: { items: [{" + Repeat(600, i => $"a{i}: 1 ") + "}] }) { errors { __typename } } }");
        yield return ("every error in every union", "mutation { " + string.Concat(Enumerable.Range(0, 90).Select(i => $"a{i}: createOrder(input: {{ items: [] }}) {{ errors {{ ... on Error {{ code message }} }} }} ")) + "}");
        yield return ("every kind of error, over and over", "{ me { " + string.Concat(Enumerable.Repeat("bookings { id } ", 900)) + "nope } }");
    }

    /// <summary>Documents that stay just within all limits: they may be run, and must not cost more for being large.</summary>
    public static IEnumerable<(string Name, string Document)> WithinLimits()
    {
        yield return ("nearly all tokens", Wrap(Repeat(1_900, _ => "__typename ")));
        yield return ("nearly all characters", "{ echo(text: \"" + new string('x', 65_000) + "\") }");
        yield return ("nearly all aliases", Wrap(Repeat(99, i => $"a{i}: open ")));
        yield return ("nearly all fields", "{ nodes(first: 1) { ...f0 } } "
            + Repeat(8, i => $"fragment f{i} on Node {{ a: children(first: 1) {{ ...f{i + 1} }} b: children(first: 1) {{ ...f{i + 1} }} }} ") + "fragment f8 on Node { id }");
        yield return ("long strings in fragments", "{ nodes(first: 1) { ...f0 } } "
            + Repeat(7, i => $"fragment f{i} on Node {{ a: children(first: 1) {{ ...f{i + 1} }} b: children(first: 1) {{ ...f{i + 1} }} }} ")
            + "fragment f7 on Node { name(prefix: \"" + new string('x', 60_000) + "\") }");
        yield return ("every condition once", "query(" + Repeat(40, i => $"$c{i}: Boolean = true ") + ") { " + Repeat(40, i => $"a{i}: open @include(if: $c{i}) ") + "}");
    }

    private static string Wrap(string selections) => "{ " + selections + "}";

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(part(i));
        }

        return text.ToString();
    }
}
