from bench import build, packs

if __name__ == "__main__":
    packs.main()
    build.main()
