using System.Collections.Immutable;

namespace Bff.Contracts.Content;

/// <summary>Structured text of an event's page, all of it plain. Source: v6 EventPresentation.</summary>
/// <param name="Overview">Introduction by paragraphs.</param>
/// <param name="Highlights">Selling points.</param>
/// <param name="Agenda">Programme.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="Facilitator">Who holds it.</param>
/// <param name="Practical">What visitors should know.</param>
/// <param name="Includes">What the price covers.</param>
/// <param name="Policy">Terms.</param>
/// <param name="Faq">Frequent questions.</param>
[GenerateSerializer, Immutable, Alias("bff.event-presentation")]
public sealed record EventPresentation(
    [property: Id(0)] ImmutableArray<string> Overview,
    [property: Id(1)] ImmutableArray<EventHighlight> Highlights,
    [property: Id(2)] ImmutableArray<AgendaEntry> Agenda,
    [property: Id(3)] ImmutableArray<string> Audience,
    [property: Id(4)] EventFacilitator? Facilitator,
    [property: Id(5)] PracticalNotes? Practical,
    [property: Id(6)] ImmutableArray<string> Includes,
    [property: Id(7)] string? Policy,
    [property: Id(8)] ImmutableArray<EventQuestion> Faq);

/// <summary>Selling point of an event.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Description">Text.</param>
[GenerateSerializer, Immutable, Alias("bff.event-highlight")]
public sealed record EventHighlight([property: Id(0)] string Title, [property: Id(1)] string? Description);

/// <summary>Entry of an event's programme.</summary>
/// <param name="Time">When, in the merchant's own words.</param>
/// <param name="Title">Heading.</param>
/// <param name="Description">Text.</param>
[GenerateSerializer, Immutable, Alias("bff.agenda-entry")]
public sealed record AgendaEntry([property: Id(0)] string? Time, [property: Id(1)] string Title, [property: Id(2)] string? Description);

/// <summary>Who holds an event.</summary>
/// <param name="Name">Name.</param>
/// <param name="Role">Role.</param>
/// <param name="Bio">About the person.</param>
[GenerateSerializer, Immutable, Alias("bff.event-facilitator")]
public sealed record EventFacilitator([property: Id(0)] string Name, [property: Id(1)] string? Role, [property: Id(2)] string? Bio);

/// <summary>What visitors of an event should know.</summary>
/// <param name="Transit">Getting there.</param>
/// <param name="Accessibility">Access.</param>
/// <param name="Language">Spoken language.</param>
/// <param name="Capacity">Size of the group.</param>
/// <param name="Preparation">What to bring or do.</param>
[GenerateSerializer, Immutable, Alias("bff.practical-notes")]
public sealed record PracticalNotes(
    [property: Id(0)] string? Transit,
    [property: Id(1)] string? Accessibility,
    [property: Id(2)] string? Language,
    [property: Id(3)] string? Capacity,
    [property: Id(4)] string? Preparation);

/// <summary>Question about an event, with its answer.</summary>
/// <param name="Question">Question.</param>
/// <param name="Answer">Answer.</param>
[GenerateSerializer, Immutable, Alias("bff.event-question")]
public sealed record EventQuestion([property: Id(0)] string Question, [property: Id(1)] string Answer);
