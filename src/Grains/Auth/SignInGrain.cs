using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Grains.Auth.Limits;
using Bff.Grains.Auth.Storage;
using Bff.Grains.Mutations;
using Bff.Upstream.Auth;
using Bff.Upstream.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ISignInGrain"/>
[StatelessWorker, GrainType("sign-in")]
internal sealed partial class SignInGrain(
    IAuthApi v6, CustomerAuthority authority, SignInLimits limits, IOptions<SignInLimitOptions> options, AuthTime time, ILogger<SignInGrain> logger)
    : Grain, ISignInGrain
{
    /// <summary>All that anybody learns from asking for a code.</summary>
    private static readonly OtpSent Sent = new("If this can be reached, a code is on its way.");

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public async Task<MutationResult<OtpSent>> RequestOtpAsync(OtpRequest request)
    {
        if (await limits.BeforeCodeAsync(Tenant, request.Identity, request.Address) is { } refused)
        {
            return MutationResult<OtpSent>.Failed(refused);
        }

        var asked = time.Clock.GetTimestamp();
        var sent = await v6.RequestOtpAsync(Tenant, new V6OtpRequest(request.Identity.Phone, request.Identity.Email));
        await AnswerInStepAsync(asked);
        return sent switch
        {
            Sent<V6OtpSent>.Done => MutationResult<OtpSent>.Done(Sent),
            Sent<V6OtpSent>.Refused { Refusal: var refusal } when TellsWhoIsKnown(refusal) => MutationResult<OtpSent>.Done(Sent),
            _ => MutationResult<OtpSent>.Failed(sent.ToError()),
        };
    }

    public async Task<MutationResult<SignedIn>> VerifyOtpAsync(OtpVerification request)
    {
        if (await limits.BeforeTryAsync(Tenant, request.Identity, request.Address) is { } refused)
        {
            return MutationResult<SignedIn>.Failed(refused);
        }

        var (asked, askedAt) = (time.Clock.GetTimestamp(), time.Now);
        var sent = await v6.VerifyOtpAsync(Tenant, new V6OtpVerification(request.Identity.Phone, request.Identity.Email, request.Code));
        if (sent is Sent<V6Session>.Done { Value: { } session } && ProfileOf(session) is { } customer)
        {
            return await OpenAsync(customer, authority.LeaseOf(session, askedAt), request.Seat, () => limits.ClearTriesAsync(Tenant, request.Identity));
        }

        await AnswerInStepAsync(asked);
        return MutationResult<SignedIn>.Failed(
            sent is Sent<V6Session>.Refused { Refusal: var refusal } && IsWrongCode(refusal) ? new OtpInvalidError() : sent.ToError());
    }

    public async Task<MutationResult<SignedIn>> RegisterAsync(Registration request)
    {
        if (await limits.BeforeSignUpAsync(Tenant, request.Phone, request.Email, request.Address) is { } refused)
        {
            return MutationResult<SignedIn>.Failed(refused);
        }

        var (asked, askedAt) = (time.Clock.GetTimestamp(), time.Now);
        var sent = await v6.RegisterMemberAsync(Tenant, new V6RegisterRequest(request.Name, request.LastName, request.Phone, request.Email, request.Source));
        var registration = (sent as Sent<V6Registration>.Done)?.Value;
        var hasId = EntityId.TryParse(registration?.Member.Uuid, out var id);
        if (hasId && registration!.Session is { } session)
        {
            return await OpenAsync(ProfileOf(registration.Member, id), authority.LeaseOf(session, askedAt), request.Seat, () => Task.CompletedTask);
        }

        await AnswerInStepAsync(asked);
        return hasId || IsKnownAlready(sent)
            ? MutationResult<SignedIn>.Done(new SignedIn(ProfileOf(request, hasId ? id : Nobody()), HasSession: false))
            : MutationResult<SignedIn>.Failed(sent.ToError());
    }

    private async Task<MutationResult<SignedIn>> OpenAsync(CustomerProfile customer, TokenLease token, SessionSeat seat, Func<Task> then)
    {
        try
        {
            await GrainFactory.GetGrain<ICustomerSessionIndex>(customer.Key.ToString()).OpenAsync(new NewSession(customer, token, seat));
            await EndOfAnotherAsync(seat.Replaces);

            await then();
            return MutationResult<SignedIn>.Done(new SignedIn(customer, HasSession: true));
        }
        catch (Exception exception)
        {
            // v6 has done its part, but nobody will ever hold this session.
            LogNotOpened(Tenant, exception.GetType().Name);
            await authority.EndAsync(Tenant, token.Token);
            return MutationResult<SignedIn>.Failed(new RefusedError(ErrorCodes.ClusterUnavailable, Retryable: true, RetryAfter: null));
        }
    }

    // The customer's own list has ended the session that this one replaces. In a shared browser it may be somebody else's: then it is in
    // that list, and ends through it.
    private async Task EndOfAnotherAsync(SessionKey? replaced)
    {
        if (replaced is { } key && await GrainFactory.GetGrain<ISessionGrain>(key.Value).GetDetailsAsync(Tenant) is { Customer.Key: var owner })
        {
            await GrainFactory.GetGrain<ICustomerSessionsGrain>(owner.ToString()).EndAsync(new EndSessions(SessionScope.This, key, ByOperator: false));
        }
    }

    private CustomerProfile ProfileOf(V6Member member, EntityId id) =>
        new(new CustomerKey(Tenant, id), FullName(member.Name, member.LastName), member.Phone, member.Email);

    // Whoever has no session yet is told nothing but what it has said itself, so that there is no difference to see.
    private CustomerProfile ProfileOf(Registration request, EntityId id) =>
        new(new CustomerKey(Tenant, id), FullName(request.Name, request.LastName), request.Phone, request.Email);

    private static string FullName(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));

    // An id of v6's form for somebody who is a member already: another one each time, as v6 would give to another new member each time.
    private static EntityId Nobody() => EntityId.Parse(Guid.NewGuid().ToString());

    private CustomerProfile? ProfileOf(V6Session session) => EntityId.TryParse(session.MemberUuid, out var id)
        ? new CustomerProfile(new CustomerKey(Tenant, id), session.MemberName, session.Phone, session.Email)
        : null;

    // Waits until the next full step after the question.
    private Task AnswerInStepAsync(long asked)
    {
        var step = options.Value.AnswerStep;
        var taken = time.Clock.GetElapsedTime(asked);
        return step > TimeSpan.Zero ? Task.Delay((step * (Math.Floor(taken / step) + 1)) - taken, time.Clock) : Task.CompletedTask;
    }

    // v6's CONFLICT (409) to a sign-up means that a member has this phone or e-mail address, and nothing else.
    private static bool IsKnownAlready(Sent<V6Registration> sent) => sent is Sent<V6Registration>.Refused { Refusal.Status: 409 };

    private static bool TellsWhoIsKnown(Refusal refusal) => refusal.Status is 404 or 409 or 422 || refusal.Code is V6Code.NotFound;

    // The live service may use any of these statuses for a wrong code (notes §7 Q10), and 404 for somebody unknown.
    private static bool IsWrongCode(Refusal refusal) =>
        refusal.Code is V6Code.OtpInvalid || (refusal.Status is 400 or 401 or 403 or 404 or 422 && refusal.Code is not V6Code.ValidationError);

    [LoggerMessage(EventId = 2131, Level = LogLevel.Error, Message = "A sign-in at {Tenant} could not be stored ({Kind}); its token was ended.")]
    private partial void LogNotOpened(TenantId tenant, string kind);
}
