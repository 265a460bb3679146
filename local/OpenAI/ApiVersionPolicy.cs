using System.ClientModel.Primitives;

namespace Azure.AI.OpenAI;

internal sealed class ApiVersionPolicy(string version) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        AddTo(message.Request);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        AddTo(message.Request);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void AddTo(PipelineRequest request)
    {
        var uri = new UriBuilder(request.Uri!);
        uri.Query += $"{(uri.Query.Length == 0 ? "?" : "&")}api-version={version}";
        request.Uri = uri.Uri;
    }
}
