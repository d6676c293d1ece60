using Bff.Contracts.Auth;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>A session and where it is seen from.</summary>
/// <param name="Id">Names it in lists; it opens nothing.</param>
/// <param name="Customer">Who has signed in.</param>
/// <param name="CreatedAt">When; null when v6 alone knows.</param>
/// <param name="LastSeenAt">When it was last used; null when v6 alone knows.</param>
/// <param name="ExpiresAt">When it ends if it is not used again.</param>
/// <param name="Device">Coarse kind of browser or app.</param>
/// <param name="IsCurrent">It is the one of this request.</param>
internal sealed record SessionView(
    string Id, CustomerProfile Customer, DateTimeOffset? CreatedAt, DateTimeOffset? LastSeenAt, DateTimeOffset? ExpiresAt, string? Device, bool IsCurrent)
{
    public static SessionView Of(SessionDetails session, string? currentId) =>
        new(session.Id, session.Customer, session.CreatedAt, session.LastSeenAt, session.ExpiresAt, session.Device, session.Id == currentId);
}

internal sealed class SessionType : ObjectGraphType<SessionView>
{
    public SessionType()
    {
        Name = "Session";
        Description = "A sign-in on one device. Source: sessions of this endpoint; v6 validateToken for clients that bring a v6 token of their own.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Names the session in lists; it opens nothing.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<CustomerType>>("customer").Description("Who has signed in.").Resolve(c => c.Source.Customer);
        Field<DateTimeScalar>("createdAt").Description("When; null for a v6 token of the client's own.").Resolve(c => c.Source.CreatedAt);
        Field<DateTimeScalar>("lastSeenAt").Description("When it was last used; null for a v6 token of the client's own.").Resolve(c => c.Source.LastSeenAt);
        Field<DateTimeScalar>("expiresAt").Description("When it ends if it is not used again; null when that is not known.").Resolve(c => c.Source.ExpiresAt);
        Field<StringGraphType>("device").Description("Coarse kind of browser or app, such as \"Chrome on Windows\"; null when unknown.").Resolve(c => c.Source.Device);
        Field<NonNullGraphType<BooleanGraphType>>("current").Description("It is the session of this request.").Resolve(c => c.Source.IsCurrent);
    }
}
