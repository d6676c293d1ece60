using Bff.Sandbox.Http;
using Bff.Sandbox.Operations;

namespace Bff.Tests.Sandbox;

public sealed class TargetMaskTests
{
    [Theory]
    [InlineData("getSurveyByToken", "/surveys/token/secret", "/surveys/token/***")]
    [InlineData("submitSurveyResponseByToken", "/surveys/token/secret/responses", "/surveys/token/***/responses")]
    [InlineData("getOrderPaymentStatus", "/shop/orders/secret/payment-status", "/shop/orders/***/payment-status")]
    [InlineData("getEventAccess", "/event-registrations/secret/access", "/event-registrations/***/access")]
    [InlineData("createEventPaymentIntent", "/event-registrations/secret/payment-intent", "/event-registrations/***/payment-intent")]
    [InlineData("getProduct", "/shop/products/board?search=secret&page=2", "/shop/products/board?search=***&page=2")]
    public void What_opens_something_or_names_somebody_is_blotted_out(string id, string target, string shown)
    {
        var operation = OperationTable.All.Single(o => o.Id == id);
        var raw = OperationTable.Prefix + target;

        var masked = TargetMask.Mask(new RequestTarget(raw, raw.Split('?')[0]), operation);

        masked.ShouldBe(OperationTable.Prefix + shown);
    }
}
