using System.Text;
using Bff.Contracts.Answers;
using Bff.Upstream.Auth;
using Bff.Upstream.Bookings;
using Bff.Upstream.Content;
using Bff.Upstream.Http;
using Bff.Upstream.Json;
using Bff.Upstream.Membership;
using Bff.Upstream.Operations;
using Bff.Upstream.Shop;
using Bff.Upstream.Surveys;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bff.Tests.Upstream;

/// <summary>Whatever JSON, or no JSON, comes with whatever status: nothing throws, and no outcome is made up.</summary>
public sealed class OddContentTests
{
    /// <summary>Names that the readers look for, so that random documents get deep into them.</summary>
    private static readonly string[] Names =
    [
        "success", "data", "meta", "error", "code", "message", "details", "errors", "field", "items", "slots", "pagination", "total", "offset",
        "hasNext", "id", "slug", "price", "name", "type", "startTime", "endTime", "totalPrice", "lineItems", "statusHistory", "toStatus",
        "accessToken", "token", "member", "uuid", "membershipTier", "blocks", "content", "dates", "publicPresentation", "faq", "overview",
        "options", "variations", "images", "src", "orderId", "totalAmount", "unitPrice", "lineTotal", "giftOffer", "survey", "questionBlocks",
        "branches", "when", "operator", "settings", "responseId", "companyId", "conversationId", "fields", "key", "label", "url", "children",
        "cooldownEndsAt", "cooldownMessage", "existingBookingDate", "valid", "canAccess", "clientSecret", "paymentStatus", "channel",
        "bookingConfig", "benefits", "\\ud800", "", "\\u0000",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "7", "1e400", "1e-400", "79228162514264337593543950336", "0.1", "\"\"", "\"x\"", "\"7.50\"",
        "\"true\"", "\"10:00\"", "\"24:00\"", "\"T\"", "\"2026-11-24\"", "\"2026-11-24T10:00:00Z\"", "\"2026-99-99T99:99Z\"", "\"9999-12-31T23:59:59-14:00\"",
        "\"\\ud800\"", "\"\\udc00x\"", "\"[{\\\"type\\\":\\\"paragraph\\\",\\\"data\\\":{\\\"text\\\":1}}]\"", "\"{\"", "\"[\"", "\"SLOT_NOT_AVAILABLE\"",
    ];

    private static readonly Func<V6Json, object?>[] Readers =
    [
        V6Service.Read, V6Staff.Read, V6Resource.Read, V6SlotList.Read, V6Booking.Read, V6BookingDetail.Read, V6LoginChannel.Read,
        V6RegistrationForm.Read, V6OtpSent.Read, V6Session.Read, V6Registration.Read, V6TokenValidation.Read, V6LogoutResult.Read,
        V6CmsPageSummary.Read, V6CmsPage.Read, V6CmsPostSummary.Read, V6CmsPost.Read, V6CmsCategory.Read, V6Menu.Read, V6Event.Read,
        V6EventRegistration.Read, V6EventPaymentIntent.Read, V6EventAccess.Read, V6ProductSummary.Read, V6Product.Read, V6ShopCategory.Read,
        V6ShopGroup.Read, V6ShippingMethod.Read, V6PaymentMethod.Read, V6Order.Read, V6OrderPayment.Read, V6Tier.Read, V6GiftOffer.Read,
        V6GiftRedemption.Read, V6SurveyView.Read, V6SurveyReceipt.Read, V6Storefront.Read, V6ContactReceipt.Read,
        json => V6Lists.Page(json, V6Event.Read, 10, "items"),
    ];

    private static readonly Gen<string> Document = Gen.Recursive<string>((depth, inner) => Gen.Frequency(
        (depth > 3 ? 100 : 4, Gen.OneOf<string>(Scalars)),
        (2, inner.Array[0, 4].Select(rows => $"[{string.Join(',', rows)}]")),
        (6, Gen.Select(Gen.OneOf<string>(Names), inner).Array[0, 8]
            .Select(members => $"{{{string.Join(',', members.Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}"))));

    private static readonly Gen<int> Status = Gen.OneOf<int>(200, 201, 204, 302, 400, 404, 408, 409, 422, 429, 500, 503);

    [Fact]
    public void A_random_document_is_read_or_refused_and_never_throws() =>
        Gen.Select(Document, Status, Gen.Int[0, Readers.Length - 1]).Sample((document, status, reader) =>
        {
            var sent = Send(Encoding.UTF8.GetBytes(document), status, Readers[reader]);
            var read = Reader().ToFetched(V6Operations.GetService, new Exchange.Answered(status, Encoding.UTF8.GetBytes(document), null), Readers[reader]);

            (sent is Sent<object>.Done && status >= 300).ShouldBeFalse();
            (sent is Sent<object>.NotSent).ShouldBeFalse();
            (read.IsFound && status >= 300).ShouldBeFalse();
            (read.IsAbsent && status != 404).ShouldBeFalse();
        }, iter: 5_000);

    [Fact]
    public void Random_bytes_prove_no_success() =>
        Gen.Select(Gen.Byte.Array[1, 60], Gen.OneOf<int>(200, 201, 500)).Sample((bytes, status) =>
        {
            // Ten random bytes that are a service are a find of their own.
            Send(bytes, status, V6Service.Read).ShouldBeOfType<Sent<object>.Unknown>();
        }, iter: 5_000);

    [Fact]
    public void A_document_that_is_nested_too_deeply_is_no_document()
    {
        var deep = Encoding.UTF8.GetBytes(new string('[', 100_000) + new string(']', 100_000));

        Send(deep, 200, V6Menu.Read).ShouldBeOfType<Sent<object>.Unknown>().Cause.Code.ShouldBe(ErrorCodes.UpstreamProtocol);
    }

    private static Sent<object> Send(byte[] body, int status, Func<V6Json, object?> read) =>
        Reader().ToSent(V6Operations.CreateGuestBooking, new Exchange.Answered(status, body, null), read);

    private static AnswerReader Reader() => new(new UpstreamNotices(NullLogger<UpstreamNotices>.Instance));
}
