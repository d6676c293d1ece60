using Bff.Sandbox.Operations;

namespace Bff.Sandbox.Content.Events;

/// <summary>
/// Who may act on a registration. A member's belongs to that member. A guest's belongs to whoever has its unguessable id; a
/// guest's token, when one is sent, must be of this registration.
/// </summary>
internal static class RegistrationOwner
{
    /// <summary>The registration of the path, or why it is not for this caller.</summary>
    public static (Registration? Found, Reply? Refusal) Open(Call call)
    {
        if (call.Tenant.Part(EventBook.Create).FindRegistration(call.Id) is not { } found)
        {
            return (null, Reply.NotFound("REGISTRATION_NOT_FOUND", "No such registration."));
        }

        return Refusal(call, found) is { } refusal ? (null, refusal) : (found, null);
    }

    private static Reply? Refusal(Call call, Registration found)
    {
        if (found.Attendee.MemberUuid is { } owner)
        {
            return call.Token is null ? Reply.Unauthorized() : call.Customer?.Uuid == owner ? null : Foreign();
        }

        var isGuest = call.Token is not null && call.Customer is null;
        return isGuest && call.Token!.MemberUuid != found.GuestSubject ? Foreign() : null;
    }

    private static Reply Foreign() => Reply.Forbidden("The registration belongs to somebody else.");
}
