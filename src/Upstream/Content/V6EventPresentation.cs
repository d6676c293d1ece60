using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Content;

/// <summary>Structured text of an event's page. Source: v6 EventPresentation.</summary>
internal sealed record V6EventPresentation(
    ImmutableArray<string> Overview,
    ImmutableArray<V6EventHighlight> Highlights,
    ImmutableArray<V6EventAgendaItem> Agenda,
    ImmutableArray<string> Audience,
    V6EventFacilitator? Facilitator,
    V6EventPractical? Practical,
    ImmutableArray<string> Includes,
    string? Policy,
    ImmutableArray<V6EventQuestion> Faq)
{
    /// <summary>Reads a presentation; any of its parts may be missing.</summary>
    public static V6EventPresentation Read(V6Json json) => new(
        json.Texts("overview"),
        json.Many("highlights", V6EventHighlight.Read),
        json.Many("agenda", V6EventAgendaItem.Read),
        json.Texts("audience"),
        json.One("facilitator", V6EventFacilitator.Read),
        json.One("practical", V6EventPractical.Read),
        json.Texts("includes"),
        json.Text("policy"),
        json.Many("faq", V6EventQuestion.Read));
}

/// <summary>A selling point.</summary>
internal sealed record V6EventHighlight(string Title, string Description)
{
    public static V6EventHighlight? Read(V6Json json) => json.IsObject ? new(json.Text("title") ?? "", json.Text("description") ?? "") : null;
}

/// <summary>An item of the programme.</summary>
internal sealed record V6EventAgendaItem(string Time, string Title, string Description)
{
    public static V6EventAgendaItem? Read(V6Json json) =>
        json.IsObject ? new(json.Text("time") ?? "", json.Text("title") ?? "", json.Text("description") ?? "") : null;
}

/// <summary>The host of an event.</summary>
internal sealed record V6EventFacilitator(string Name, string Role, string Bio)
{
    public static V6EventFacilitator Read(V6Json json) => new(json.Text("name") ?? "", json.Text("role") ?? "", json.Text("bio") ?? "");
}

/// <summary>Practical notes, all free text.</summary>
internal sealed record V6EventPractical(string? Transit, string? Accessibility, string? Language, string? Capacity, string? Preparation)
{
    public static V6EventPractical Read(V6Json json) => new(
        json.Text("transit"), json.Text("accessibility"), json.Text("language"), json.Text("capacity"), json.Text("preparation"));
}

/// <summary>A frequent question.</summary>
internal sealed record V6EventQuestion(string Question, string Answer)
{
    public static V6EventQuestion? Read(V6Json json) => json.IsObject ? new(json.Text("question") ?? "", json.Text("answer") ?? "") : null;
}
