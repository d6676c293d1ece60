using System.Diagnostics.CodeAnalysis;
using Bff.Gateway.Graph.Scalars;

namespace Bff.Gateway.Content;

/// <summary>HTML that may be put into a document. The silo has cleaned it once, when it came; the gateway only says so.</summary>
internal sealed class SanitizedHtmlScalar() : TextScalar<string>(
    "SanitizedHtml",
    "An HTML fragment that may be put into a document: scripts, styles, ids, forms, frames and addresses that run have been removed on the server. "
    + "A text of type String is never HTML: escape it. It is never an input.",
    "the HTML standard, section 13")
{
    protected override bool TryRead(string text, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    protected override string Write(string value) => value;
}
