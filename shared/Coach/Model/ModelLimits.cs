namespace FitServerless.Coach.Model;

public static class ModelLimits
{
    /// <summary>Of an embedding. As many as small models of the edge have; 1.5 KB an exercise.</summary>
    public const int Dimensions = 384;

    /// <summary>The service takes 2,048 texts a call; smaller calls are cheaper to repeat.</summary>
    public const int EmbeddingBatch = 256;
}
