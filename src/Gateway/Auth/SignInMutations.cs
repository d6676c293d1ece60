using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>Input of <c>requestOtp</c>.</summary>
internal sealed record RequestOtpInput(string? Phone, string? Email) : IMutationInput;

/// <summary>Input of <c>verifyOtp</c>.</summary>
internal sealed record VerifyOtpInput(string? Phone, string? Email, string Code, SessionMode? SessionMode) : IMutationInput;

/// <summary>Input of <c>registerMember</c>.</summary>
internal sealed record RegisterMemberInput(
    string Name, string? LastName, string? Phone, string? Email, string? Source, SessionMode? SessionMode) : IMutationInput;

/// <summary>Signing in and up.</summary>
internal static class SignInMutations
{
    private const string SessionModeText = "Where the session goes; COOKIE when left out.";
    private const int MaxNameLength = 200;

    public static void AddSignIn(this ObjectGraphType mutation)
    {
        mutation.AddMutation<RequestOtpInput, OtpSent>(
                "requestOtp", "Sends a real message with a one-time code. Answers alike for everybody, known or not. Source: v6 requestOtp.")
            .Input(input => input.AddIdentity())
            .Result<StringGraphType>("message", "A sentence for people; the same for everybody.", sent => sent.Message)
            .Resolve(RequestOtpAsync);
        mutation.AddMutation<VerifyOtpInput, NewSignIn>(
                "verifyOtp", "Trades a one-time code for a session: the old session of this browser ends, a new one begins. Source: v6 verifyOtp.")
            .Input(input =>
            {
                input.AddIdentity();
                input.Field<NonNullGraphType<StringGraphType>>("code").Description("The code that came: digits.");
                input.Field<SessionModeType>("sessionMode").Description(SessionModeText);
            })
            .AddSignedIn()
            .Error<OtpInvalidErrorType>()
            .Resolve(VerifyOtpAsync);
        mutation.AddMutation<RegisterMemberInput, NewSignIn>(
                "registerMember", "Signs a new member up, and in when the tenant does that at once; otherwise go on with requestOtp. Who is a member already is answered in the same way: without a session the customer's id names nobody for sure. Source: v6 registerMember.")
            .Input(input =>
            {
                input.Field<NonNullGraphType<StringGraphType>>("name").Description($"First or full name, at most {MaxNameLength} characters.");
                input.Field<StringGraphType>("lastName").Description($"Last name, at most {MaxNameLength} characters.");
                input.AddIdentity();
                input.Field<StringGraphType>("source").Description("Where the sign-up came from, such as storefront.");
                input.Field<SessionModeType>("sessionMode").Description(SessionModeText);
            })
            .AddSignedIn()
            .Resolve(RegisterAsync);
    }

    private static void AddIdentity<TInput>(this InputObjectGraphType<TInput> input)
    {
        input.Field<PhoneNumberScalar>("phone").Description("Phone, for the channels SMS and WHATSAPP.");
        input.Field<EmailAddressScalar>("email").Description("E-mail address, for the channel EMAIL.");
    }

    private static MutationBuilder<TInput, NewSignIn> AddSignedIn<TInput>(this MutationBuilder<TInput, NewSignIn> mutation)
        where TInput : class, IMutationInput => mutation
            .Result<CustomerType>("customer", "Who it is.", signIn => signIn.Customer)
            .Result<StringGraphType>("sessionToken", "The session for Authorization: Bearer; only when sessionMode was BEARER. A secret.", signIn => signIn.SessionToken);

    private static async ValueTask<MutationResult<OtpSent>> RequestOtpAsync(RequestOtpInput input, GraphContext request)
    {
        var check = new InputCheck();
        var identity = check.Identity(input.Phone, input.Email);
        return check.HasErrors
            ? check.Failed<OtpSent>()
            : await Grain(request).RequestOtpAsync(new OtpRequest(identity, request.Identity.Address));
    }

    private static async ValueTask<MutationResult<NewSignIn>> VerifyOtpAsync(VerifyOtpInput input, GraphContext request)
    {
        var check = new InputCheck();
        var identity = check.Identity(input.Phone, input.Email);
        check.Require(input.Code.Length is >= 4 and <= 10 && input.Code.All(char.IsAsciiDigit), "code", "must be 4 to 10 digits.");
        return await SignInSeat.TakeAsync(check, input.SessionMode, request, seat =>
            Grain(request).VerifyOtpAsync(new OtpVerification(identity, input.Code, request.Identity.Address, seat)));
    }

    private static async ValueTask<MutationResult<NewSignIn>> RegisterAsync(RegisterMemberInput input, GraphContext request)
    {
        var check = new InputCheck();
        var name = input.Name.Trim();
        check.Require(name.Length is > 0 and <= MaxNameLength && !name.Any(char.IsControl), "name", $"must have 1 to {MaxNameLength} characters.");
        check.Require(IsText(input.LastName), "lastName", $"must have at most {MaxNameLength} characters.");
        check.Require(IsText(input.Source), "source", $"must have at most {MaxNameLength} characters.");
        return await SignInSeat.TakeAsync(check, input.SessionMode, request, seat => Grain(request).RegisterAsync(
            new Registration(name, input.LastName, input.Phone, input.Email, input.Source, request.Identity.Address, seat)));
    }

    private static Identity Identity(this InputCheck check, string? phone, string? email)
    {
        check.Require(phone is null != email is null, phone is null ? "phone" : "email", "must be given alone: one of phone and email, as loginChannel asks.");
        return new Identity(phone, email);
    }

    private static bool IsText(string? text) => text is null || (text.Length <= MaxNameLength && !text.Any(char.IsControl));

    private static ISignInGrain Grain(GraphContext request) => request.Grains.GetGrain<ISignInGrain>(request.Tenant.Value);
}
