using Bff.Sandbox.Auth;
using Bff.Sandbox.Bookings;
using Bff.Sandbox.Content;
using Bff.Sandbox.Membership;
using Bff.Sandbox.Shop;
using Bff.Sandbox.Surveys;

namespace Bff.Sandbox.Operations;

// How to add an operation
//
// 1. Each group has a folder, and in it `<Group>Operations.All`: one `Operation` per operation of the contract, with method,
//    template, access, body and query shape as in connect-v6.openapi.yaml (a test compares them). Add the group's array below.
// 2. A handler is `static Reply Handle(Call call)` in a small file of its own. By then the tenant is known, the token has been
//    checked (`call.Customer`, null for anonymous callers), query and body have the shape of the contract. It runs under the
//    tenant's gate, so it neither locks nor waits.
// 3. Sample data that never changes: `call.Tenant.Data.Part(XData.Load)`, read from `<Group>/Data/<dataset>.json`.
//    Changeable state: `call.Tenant.Part(XBook.Create)`. Ids are stable (svc-001 …) and times relative to `call.Now`.
// 4. Answers: `Reply.Ok(json)`, `Reply.Created(json)`, `Reply.List(nodes)`, `Reply.Page(call, rows, render)`,
//    `Reply.NotFound(…)`, `Reply.Conflict(…)`, … Data is a `JsonNode` in the contract's form; quirks reshape it on the way out.
// 5. Every change of state happens inside `call.Commit(() => …)`, which counts it and drops what was rendered. A check that a
//    parallel request can invalidate (capacity, stock, quota) stands as `if (call.Checks && taken) …`: under the `race` fault
//    checks and commit run apart, with a gap between.
// 6. `Keep = Keep.Dataset` for answers that only depend on sample data, `Keep.Tenant` for those that depend on state or on time
//    to the minute: they are then sent from rendered bytes. Answers to a known customer are never kept.

/// <summary>The operations that this stand-in answers.</summary>
internal static class OperationTable
{
    public const string Prefix = "/v6/customer-portal";

    public static IReadOnlyList<Operation> All { get; } =
    [
        .. BookingOperations.All,
        .. AuthOperations.All,
        .. MembershipOperations.All,
        .. ContentOperations.All,
        .. ShopOperations.All,
        .. SurveyOperations.All,
        .. StorefrontOperations.All,
    ];
}
