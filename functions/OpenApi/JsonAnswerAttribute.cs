namespace FitServerless.Functions.OpenApi;

/// <summary>The function answers with JSON that it writes itself, without a contract.</summary>
internal sealed class JsonAnswerAttribute : AnswerAttribute
{
    public JsonAnswerAttribute(int status, string description)
        : base(status, description) => MediaType = "application/json";
}
