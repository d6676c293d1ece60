using System.Text.Json.Nodes;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Shop;

namespace Bff.Sandbox.Content.Events;

/// <summary>createEventPaymentIntent. Asked again it hands out the same intent, as the payment provider does.</summary>
internal static class EventPayment
{
    public static Reply Handle(Call call)
    {
        var (registration, refusal) = RegistrationOwner.Open(call);
        if (registration is null)
        {
            return refusal!;
        }

        var (method, unusable) = FindMethod(call);
        if (unusable is not null)
        {
            return unusable;
        }

        if (!registration.MustBePaid || (call.Checks && registration.IsPaid(call.Now)))
        {
            return Reply.Conflict("PAYMENT_NOT_REQUIRED", "Nothing is left to pay.");
        }

        return call.Checks && registration.PaymentStartedAt is not null
            ? Reply.Ok(Intent(call, registration, method))
            : call.Commit(() =>
            {
                (registration.PaymentStartedAt, registration.PaymentMethodId) = (call.Now, method.Id);
                return Reply.Ok(Intent(call, registration, method));
            });
    }

    /// <summary>The way to pay that was asked for, else the first with a gateway.</summary>
    private static (PaymentMethodSeed Method, Reply? Refusal) FindMethod(Call call)
    {
        var methods = call.Tenant.Data.Part(ShopSettings.Load).PaymentMethods;
        var wanted = call.Text("paymentMethodId");
        var method = wanted is null ? methods.First(m => m.HasGateway) : methods.FirstOrDefault(m => m.Id == wanted);
        return method switch
        {
            null => (methods[0], Reply.Refused("PAYMENT_METHOD_NOT_ALLOWED", "No such way to pay.")),
            { HasGateway: false } => (method, Reply.Refused("PAYMENT_METHOD_MANUAL", "This way to pay needs no payment form.")),
            _ => (method, null),
        };
    }

    private static JsonObject Intent(Call call, Registration registration, PaymentMethodSeed method)
    {
        var id = "pi_" + registration.Id["reg-".Length..];
        var json = new JsonObject
        {
            ["clientSecret"] = id + "_secret_sandbox",
            ["paymentIntentId"] = id,
            ["publishableKey"] = "pk_test_" + call.Tenant.Data.Name,
            ["stripeAccount"] = "acct_" + call.Tenant.Data.Name,
        };
        if (method.Hosted)
        {
            json["paymentUrl"] = "https://pay.example/intents/" + id + ReturnTo(call);
        }

        return json;
    }

    private static string ReturnTo(Call call) => call.Text("returnUrl") is { } url ? "?return=" + Uri.EscapeDataString(url) : "";
}
