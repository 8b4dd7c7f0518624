namespace AsyncWeave.Tasks;

/// <summary>
/// On .NET Framework the host's assemblies and those of all tasks share one domain, and no binding redirect of ours is read:
/// a dependency that asks for another version of a file beside the task is given that file. On .NET the .deps.json does it.
/// </summary>
internal static class TaskDependencies
{
#if NETFRAMEWORK
    private static readonly string Folder = Path.GetDirectoryName(typeof(TaskDependencies).Assembly.Location)!;
    private static int resolving;

    public static void ResolveBesideTheTask()
    {
        if (Interlocked.Exchange(ref resolving, 1) == 0)
            AppDomain.CurrentDomain.AssemblyResolve += (_, request) => Beside(new System.Reflection.AssemblyName(request.Name).Name);
    }

    private static System.Reflection.Assembly? Beside(string name)
    {
        var file = Path.Combine(Folder, name + ".dll");
        return File.Exists(file) ? System.Reflection.Assembly.LoadFrom(file) : null;
    }
#else
    public static void ResolveBesideTheTask()
    {
    }
#endif
}
