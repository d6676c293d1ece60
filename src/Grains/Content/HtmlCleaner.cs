using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Bff.Grains.Content;

/// <summary>
/// Makes a merchant's HTML safe to put into a document: text and its structure stay, what runs, loads, asks for input, restyles or names
/// things in the page goes. It never throws, and its work is bounded whatever the merchant wrote:
/// <list type="number">
/// <item>Text without markup is returned as it is.</item>
/// <item>What is too long, has too many elements or is nested too deeply is no page text: all of it is shown as plain text.</item>
/// <item>The sanitizer removes what is not on the lists below.</item>
/// </list>
/// </summary>
internal static class HtmlCleaner
{
    // A few misnested tags can make a parser clone elements without end, and serialising recurses as deeply as they are nested.
    private const int MaxLength = 100_000;
    private const int MaxElements = 10_000;
    private const int MaxDepth = 200;

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <summary>The safe part of some HTML; null for null.</summary>
    public static string? CleanOrNull(string? html) => html is null ? null : Clean(html);

    /// <summary>The safe part of some HTML.</summary>
    public static string Clean(string html)
    {
        // Step 1
        if (html.AsSpan().IndexOfAny('<', '&', '\0') < 0)
        {
            return html;
        }

        // Step 2
        return html.Length <= MaxLength && TryClean(html, out var clean) ? clean : WebUtility.HtmlEncode(html);
    }

    private static bool TryClean(string html, out string clean)
    {
        clean = "";
        try
        {
            var elements = 0;
            var parser = new HtmlParser(new HtmlParserOptions
            {
                IsScripting = true,
                OnCreated = (_, _) => Require(++elements <= MaxElements),
            });
            using var document = parser.ParseDocument("<!doctype html><html><body>" + html);
            Require(document.Body is not null && DepthOf(document.Body) <= MaxDepth);

            // Step 3
            Sanitizer.SanitizeDom(document, document.Body);
            clean = document.Body!.ChildNodes.ToHtml(HtmlMarkupFormatter.Instance);
            return true;
        }
        catch (NotPageTextException)
        {
            return false;
        }
    }

    private static int DepthOf(INode root)
    {
        var (deepest, depth) = (0, 0);
        for (var node = root; node is not null;)
        {
            deepest = Math.Max(deepest, depth);
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
            }

            node = node is null || node == root ? null : node.NextSibling;
        }

        return deepest;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new NotPageTextException();
        }
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(HtmlAllowList.Options);
        sanitizer.PostProcessNode += (_, args) =>
        {
            // A page opened from here must not reach back (reverse tabnabbing).
            if (args.Node is IElement { LocalName: "a" } link && link.HasAttribute("target"))
            {
                link.SetAttribute("target", "_blank");
                link.SetAttribute("rel", "noopener noreferrer");
            }
        };
        return sanitizer;
    }

    private sealed class NotPageTextException : Exception;
}
