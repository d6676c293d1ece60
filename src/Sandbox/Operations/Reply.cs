using System.Text.Json.Nodes;

namespace Bff.Sandbox.Operations;

/// <summary>What a handler answers, before it is put into the envelope and reshaped by quirks.</summary>
internal sealed class Reply
{
    /// <summary>All checks passed; only seen between the two halves of a race.</summary>
    public static readonly Reply Passed = new(StatusCodes.Status200OK);

    private Reply(int status) => Status = status;

    public int Status { get; }

    public JsonNode? Data { get; private init; }

    public ErrorBody? Error { get; private init; }

    public bool IsError => Error is not null;

    public static Reply Ok(JsonNode data) => new(StatusCodes.Status200OK) { Data = data };

    public static Reply Created(JsonNode data) => new(StatusCodes.Status201Created) { Data = data };

    /// <summary>A whole list, without paging.</summary>
    public static Reply List(IEnumerable<JsonNode> items) => Ok(new JsonObject { ["items"] = Array(items) });

    /// <summary>One page of a list, by the <c>page</c> and <c>limit</c> of the query.</summary>
    public static Reply Page<T>(Call call, IReadOnlyList<T> rows, Func<T, JsonNode> render)
    {
        var paging = Paging.Of(call);
        var items = rows.Skip(paging.Skip).Take(paging.Limit).Select(render);
        return Ok(new JsonObject { ["items"] = Array(items), ["pagination"] = paging.Describe(rows.Count) });
    }

    public static Reply Failed(int status, string code, string message, JsonObject? details = null) =>
        new(status) { Error = new ErrorBody(code, message, details) };

    /// <summary>400: something is missing or malformed; names each field.</summary>
    public static Reply Invalid(params IReadOnlyList<FieldError> errors) =>
        Failed(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", errors[0].Message, FieldError.Details(errors));

    /// <summary>422: well-formed, and refused by a rule of the house.</summary>
    public static Reply Refused(string code, string message, JsonObject? details = null) =>
        Failed(StatusCodes.Status422UnprocessableEntity, code, message, details);

    public static Reply NotFound(string code = "NOT_FOUND", string message = "Nothing there.") =>
        Failed(StatusCodes.Status404NotFound, code, message);

    public static Reply Conflict(string code, string message, JsonObject? details = null) =>
        Failed(StatusCodes.Status409Conflict, code, message, details);

    public static Reply Forbidden(string message, string code = "FORBIDDEN") => Failed(StatusCodes.Status403Forbidden, code, message);

    public static Reply Unauthorized() =>
        Failed(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "The customer token is missing, wrong or expired.");

    public static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);
}

/// <summary>The <c>error</c> of the envelope.</summary>
internal sealed record ErrorBody(string Code, string Message, JsonObject? Details);

/// <summary>One thing that is wrong with a request.</summary>
internal sealed record FieldError(string Field, string Code, string Message)
{
    public static FieldError Missing(string field) => new(field, "REQUIRED", $"{field} is required.");

    public static FieldError Malformed(string field, string wanted) => new(field, "INVALID_FORMAT", $"{field} must be {wanted}.");

    public static JsonObject Details(IEnumerable<FieldError> errors) => new()
    {
        ["errors"] = Reply.Array(errors.Select(e =>
            new JsonObject { ["field"] = e.Field, ["code"] = e.Code, ["message"] = e.Message })),
    };
}
