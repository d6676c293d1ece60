using System.Text.Json.Nodes;

namespace Bff.Sandbox.Quirks.Answers;

/// <summary>V13 and V14: sessions with one token, and flat sign-up answers.</summary>
internal static class SessionAnswers
{
    public static readonly AnswerQuirk[] All =
    [
        new(13, ["verifyOtp", "refreshToken"], OneToken),
        new(14, ["registerMember"], FlatSignUp),
    ];

    /// <summary>Forms: <c>accessToken</c> (first), <c>token</c>.</summary>
    private static JsonNode OneToken(JsonNode data, AnswerContext context)
    {
        data.AsObject().Remove(context.Form == "token" ? "accessToken" : "token");
        return data;
    }

    /// <summary>Forms: <c>session</c> (first), <c>member</c>.</summary>
    private static JsonObject FlatSignUp(JsonNode data, AnswerContext context)
    {
        var member = data["member"]!.AsObject();
        var token = (string?)data["token"];
        var flat = context.Form == "member" ? member.DeepClone().AsObject() : Session(member);
        if (token is not null)
        {
            flat["token"] = token;
        }

        if (token is not null && context.Form != "member")
        {
            flat["accessToken"] = token;
        }

        return flat;
    }

    private static JsonObject Session(JsonObject member)
    {
        var session = new JsonObject { ["memberUuid"] = (string?)member["uuid"], ["memberName"] = (string?)member["name"] };
        foreach (var name in (string[])["phone", "email"])
        {
            if ((string?)member[name] is { } contact)
            {
                session[name] = contact;
            }
        }

        return session;
    }
}
