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
        if (await limits.BeforeSignUpAsync(Tenant, request.Address) is { } refused)
        {
            return MutationResult<SignedIn>.Failed(refused);
        }

        var askedAt = time.Now;
        var sent = await v6.RegisterMemberAsync(Tenant, new V6RegisterRequest(request.Name, request.LastName, request.Phone, request.Email, request.Source));
        if (sent is not Sent<V6Registration>.Done { Value: { } registration } || !EntityId.TryParse(registration.Member.Uuid, out var id))
        {
            return MutationResult<SignedIn>.Failed(sent.ToError());
        }

        var member = registration.Member;
        var name = string.Join(' ', new[] { member.Name, member.LastName }.Where(part => !string.IsNullOrEmpty(part)));
        var customer = new CustomerProfile(new CustomerKey(Tenant, id), name, member.Phone, member.Email);
        return registration.Session is { } session
            ? await OpenAsync(customer, authority.LeaseOf(session, askedAt), request.Seat, () => Task.CompletedTask)
            : MutationResult<SignedIn>.Done(new SignedIn(customer, HasSession: false));
    }

    private async Task<MutationResult<SignedIn>> OpenAsync(CustomerProfile customer, TokenLease token, SessionSeat seat, Func<Task> then)
    {
        try
        {
            await GrainFactory.GetGrain<ICustomerSessionIndex>(customer.Key.ToString()).OpenAsync(new NewSession(customer, token, seat));
            if (seat.Replaces is { } replaced)
            {
                await GrainFactory.GetGrain<ISessionTokenGrain>(replaced.Value).EndAsync();
            }

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

    private static bool TellsWhoIsKnown(Refusal refusal) => refusal.Status is 404 or 409 or 422 || refusal.Code is V6Code.NotFound;

    // The live service may use any of these statuses for a wrong code (notes §7 Q10), and 404 for somebody unknown.
    private static bool IsWrongCode(Refusal refusal) =>
        refusal.Code is V6Code.OtpInvalid || (refusal.Status is 400 or 401 or 403 or 404 or 422 && refusal.Code is not V6Code.ValidationError);

    [LoggerMessage(EventId = 2131, Level = LogLevel.Error, Message = "A sign-in at {Tenant} could not be stored ({Kind}); its token was ended.")]
    private partial void LogNotOpened(TenantId tenant, string kind);
}
