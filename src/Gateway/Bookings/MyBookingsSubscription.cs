using System.Runtime.CompilerServices;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Bookings;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Live;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

/// <summary>One event of <c>myBookingsChanged</c>.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Booking">The booking as it is now.</param>
internal sealed record MyBookingsEvent(int Version, BookingChangeKind Kind, Booking? Booking)
{
    /// <summary>Names the type only: a booking is a person's data.</summary>
    public override string ToString() => nameof(MyBookingsEvent);
}

internal sealed class BookingChangeKindType : EnumerationGraphType<BookingChangeKind>
{
    public BookingChangeKindType()
    {
        Name = "BookingChangeKind";
        Description = "What has become of a customer's bookings. RELOAD: read the list, nobody can tell what has changed; it is the first event, too.";
    }
}

internal sealed class MyBookingsEventType : ObjectGraphType<MyBookingsEvent>
{
    public MyBookingsEventType()
    {
        Name = "MyBookingsChange";
        Description = "A change of the customer's bookings. Source: the changes made here.";
        Field<NonNullGraphType<IntGraphType>>("version")
            .Description("One more than that of the event before, unless the kind is RELOAD: then count on from its version.")
            .Resolve(c => c.Source.Version);
        Field<NonNullGraphType<BookingChangeKindType>>("kind").Description("What happened.").Resolve(c => c.Source.Kind);
        Field<BookingType>("booking").Description("The booking as it is now; null with RELOAD.").Resolve(c => c.Source.Booking);
    }
}

internal static class MyBookingsSubscription
{
    public static void AddMyBookingsChanged(this ObjectGraphType subscription) => subscription
        .Field<NonNullGraphType<MyBookingsEventType>, MyBookingsEvent>("myBookingsChanged")
        .Description(
            "Tells the signed-in customer which bookings were made, cancelled or moved here, on whatever device. Begins with RELOAD: what happens after that is told. Ends with the session.")
        .Private()
        .Watches(context => WatchAsync(context.Request(), context.CancellationToken));

    private static async IAsyncEnumerable<MyBookingsEvent> WatchAsync(GraphContext request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var caller = await request.CustomerAsync();
        await foreach (var happened in request.Services.GetRequiredService<LiveFeeds>().WatchAsync(request.BookingsOf(caller), request.Tenant, cancellationToken))
        {
            await RequireAsync(request, caller);
            yield return happened is { IsNext: true, Value: BookingLive told }
                ? new MyBookingsEvent((int)happened.Position.Version, told.Kind, told.Booking)
                : new MyBookingsEvent((int)happened.Position.Version, BookingChangeKind.Reload, null);
        }
    }

    // The connection is closed soon after the session has ended; until then nothing more is told.
    private static async Task RequireAsync(GraphContext request, Caller caller)
    {
        var now = await request.Identity.Afresh().ResolveAsync();
        if (!now.IsUnknown && now.Caller.Customer?.Key != caller.Customer!.Key)
        {
            throw new FailureError(new Failure(ErrorCodes.Unauthenticated));
        }
    }
}
