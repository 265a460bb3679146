namespace FitServerless.Functions.Http;

/// <summary>A request that cannot be read; <see cref="ProblemMiddleware"/> answers. What a feature decides is an outcome and no exception.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Type)
{
    public Problem Problem { get; } = problem;
}
