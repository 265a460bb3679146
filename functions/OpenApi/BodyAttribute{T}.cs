namespace FitServerless.Functions.OpenApi;

/// <summary>The function reads JSON that the source-generated contract of <typeparamref name="T"/> describes.</summary>
internal sealed class BodyAttribute<T>() : BodyAttribute("application/json")
{
    public override Type Contract => typeof(T);
}
