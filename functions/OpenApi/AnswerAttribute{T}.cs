namespace FitServerless.Functions.OpenApi;

/// <summary>The function answers with JSON that the source-generated contract of <typeparamref name="T"/> describes.</summary>
internal sealed class AnswerAttribute<T> : AnswerAttribute
{
    public AnswerAttribute(int status, string? description = null)
        : base(status, description) => MediaType = "application/json";

    public override Type Contract => typeof(T);
}
