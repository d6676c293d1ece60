using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content.Events;

/// <summary>listEvents and getEvent. A token changes prices and opens what is for members.</summary>
internal static class EventReads
{
    public static Reply List(Call call)
    {
        var events = call.Tenant.Part(EventBook.Create).Events;
        var found = SearchWords.Of(call).Filter(events, item => $"{item.Seed.Title} {item.Seed.Introduction}");
        return Reply.Page(call, found, item => EventJson.Describe(item, call));
    }

    public static Reply Get(Call call) => call.Tenant.Part(EventBook.Create).Find(call.Id) is { } item
        ? Reply.Ok(EventJson.Describe(item, call))
        : Reply.NotFound();
}
