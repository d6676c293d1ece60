using Bff.Contracts.Content;
using GraphQL.Types;

namespace Bff.Gateway.Content;

internal sealed class EventPresentationType : ObjectGraphType<EventPresentation>
{
    public EventPresentationType()
    {
        Name = "EventPresentation";
        Description = "Structured text of an event's page, all of it plain. Source: v6 listEvents, getEvent.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("overview").Description("Introduction by paragraphs.").Resolve(c => c.Source.Overview);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EventHighlightType>>>>("highlights").Description("Selling points.").Resolve(c => c.Source.Highlights);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AgendaEntryType>>>>("agenda").Description("Programme.").Resolve(c => c.Source.Agenda);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("audience").Description("Who it is for.").Resolve(c => c.Source.Audience);
        Field<EventFacilitatorType>("facilitator").Description("Who holds it.").Resolve(c => c.Source.Facilitator);
        Field<PracticalNotesType>("practical").Description("What visitors should know.").Resolve(c => c.Source.Practical);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("includes").Description("What the price covers.").Resolve(c => c.Source.Includes);
        Field<StringGraphType>("policy").Description("Terms.").Resolve(c => c.Source.Policy);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EventQuestionType>>>>("faq").Description("Frequent questions.").Resolve(c => c.Source.Faq);
    }
}

internal sealed class EventHighlightType : ObjectGraphType<EventHighlight>
{
    public EventHighlightType()
    {
        Name = "EventHighlight";
        Description = "Selling point of an event.";
        Field<NonNullGraphType<StringGraphType>>("title").Description("Heading.").Resolve(c => c.Source.Title);
        Field<StringGraphType>("description").Description("Text.").Resolve(c => c.Source.Description);
    }
}

internal sealed class AgendaEntryType : ObjectGraphType<AgendaEntry>
{
    public AgendaEntryType()
    {
        Name = "AgendaEntry";
        Description = "Entry of an event's programme.";
        Field<StringGraphType>("time").Description("When, in the merchant's own words.").Resolve(c => c.Source.Time);
        Field<NonNullGraphType<StringGraphType>>("title").Description("Heading.").Resolve(c => c.Source.Title);
        Field<StringGraphType>("description").Description("Text.").Resolve(c => c.Source.Description);
    }
}

internal sealed class EventFacilitatorType : ObjectGraphType<EventFacilitator>
{
    public EventFacilitatorType()
    {
        Name = "EventFacilitator";
        Description = "Who holds an event.";
        Field<NonNullGraphType<StringGraphType>>("name").Description("Name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("role").Description("Role.").Resolve(c => c.Source.Role);
        Field<StringGraphType>("bio").Description("About the person.").Resolve(c => c.Source.Bio);
    }
}

internal sealed class PracticalNotesType : ObjectGraphType<PracticalNotes>
{
    public PracticalNotesType()
    {
        Name = "EventPracticalNotes";
        Description = "What visitors of an event should know.";
        Field<StringGraphType>("transit").Description("Getting there.").Resolve(c => c.Source.Transit);
        Field<StringGraphType>("accessibility").Description("Access.").Resolve(c => c.Source.Accessibility);
        Field<StringGraphType>("language").Description("Spoken language.").Resolve(c => c.Source.Language);
        Field<StringGraphType>("capacity").Description("Size of the group.").Resolve(c => c.Source.Capacity);
        Field<StringGraphType>("preparation").Description("What to bring or do.").Resolve(c => c.Source.Preparation);
    }
}

internal sealed class EventQuestionType : ObjectGraphType<EventQuestion>
{
    public EventQuestionType()
    {
        Name = "EventQuestion";
        Description = "Question about an event, with its answer.";
        Field<NonNullGraphType<StringGraphType>>("question").Description("Question.").Resolve(c => c.Source.Question);
        Field<NonNullGraphType<StringGraphType>>("answer").Description("Answer.").Resolve(c => c.Source.Answer);
    }
}
