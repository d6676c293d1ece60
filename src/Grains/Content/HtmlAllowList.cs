using Ganss.Xss;

namespace Bff.Grains.Content;

/// <summary>
/// What may stay in a merchant's HTML. Not on the lists on purpose: <c>style</c>, <c>class</c>, <c>id</c> and <c>name</c> (they reach into the
/// page around), forms and their controls (they ask visitors for input in the shop's name), frames, media with sources, scripts.
/// </summary>
internal static class HtmlAllowList
{
    /// <summary>The lists, as the sanitizer takes them.</summary>
    public static HtmlSanitizerOptions Options { get; } = new()
    {
        AllowedTags = Set(
            "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt "
            + "em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section "
            + "small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr"),
        AllowedAttributes = Set(
            "alt cite colspan datetime dir headers height href lang open reversed rowspan scope span src start target title type value width"),
        UriAttributes = Set("cite href src"),
        AllowedSchemes = Set("http https mailto tel"),
    };

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
